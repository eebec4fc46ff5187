// The one storage account: tables, queues, and the blobs of the Functions host and of the deployment.
// Tables and queues are not made here: the service makes its own at start (README, "What Bicep leaves to the service").

import { packages, Tags } from 'shared.bicep'

@minLength(3)
@maxLength(24)
param name string
param location string
param tags Tags

@description('Redundancy, such as Standard_LRS or Standard_GZRS.')
param sku string

@description('Reachable by private endpoints only, and from the addresses below.')
param isolated bool

@description('IPv4 addresses or ranges from which packages are uploaded although the account is isolated.')
param deployerAddresses string[]

@description('Guards the account against deletion.')
param protected bool

@description('Keeps a record of every table and blob call. Costs about as much as the storage itself.')
param logCalls bool

param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    supportsHttpsTrafficOnly: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: isolated && empty(deployerAddresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: isolated ? 'Deny' : 'Allow'
      bypass: 'None'
      ipRules: [for address in deployerAddresses: { value: address, action: 'Allow' }]
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: 14 }
    containerDeleteRetentionPolicy: { enabled: true, days: 14 }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: packages
  properties: { publicAccess: 'None' }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (protected) {
  name: 'data'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the records of the households: the platform cannot bring back deleted tables.'
  }
}

var metrics = [{ category: 'Transaction', enabled: true }]
var callLogs = [
  { category: 'StorageRead', enabled: logCalls }
  { category: 'StorageWrite', enabled: logCalls }
  { category: 'StorageDelete', enabled: logCalls }
]

resource accountDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: { workspaceId: workspaceId, metrics: metrics }
}

resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: { workspaceId: workspaceId, metrics: metrics, logs: callLogs }
}

resource tableDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: tables
  properties: { workspaceId: workspaceId, metrics: metrics, logs: callLogs }
}

resource queueDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: queues
  // No logs: every idle queue is asked for messages each second.
  properties: { workspaceId: workspaceId, metrics: metrics }
}
