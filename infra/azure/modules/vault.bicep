// The key vault: the key ring that seals every personal field, and the few secrets of the settings.

import { secrets, Tags } from 'shared.bicep'

@minLength(3)
@maxLength(24)
param name string
param location string
param tags Tags

@description('Nobody can purge the vault or its secrets before 90 days are over, nor delete the vault without lifting the lock.')
param protected bool

@description('Reachable by a private endpoint only.')
param isolated bool

@description('The key ring as one JSON document. Empty: the secret stays as it is.')
@secure()
param keyRing string

@description('What the webhook of the reminders is signed with. Empty: the secret stays as it is.')
@secure()
param gatewaySecret string

@description('The first operator\'s password. Empty: the secret stays as it is.')
@secure()
param firstOperatorPassword string

param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: protected ? 90 : 7
    // The property can only be set, never taken back: null where it is not wanted.
    enablePurgeProtection: protected ? true : null
    // Lets a deployment write the secrets below while the vault is isolated.
    enabledForTemplateDeployment: true
    publicNetworkAccess: isolated ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: isolated ? 'Deny' : 'Allow'
      bypass: 'AzureServices'
    }
  }
}

resource keyRingSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(keyRing)) {
  parent: vault
  name: secrets.keyRing
  properties: { value: keyRing, contentType: 'application/json' }
}

resource gateway 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(gatewaySecret)) {
  parent: vault
  name: secrets.gateway
  properties: { value: gatewaySecret, contentType: 'text/plain' }
}

resource firstOperator 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(firstOperatorPassword)) {
  parent: vault
  name: secrets.firstOperator
  properties: { value: firstOperatorPassword, contentType: 'text/plain' }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (protected) {
  name: 'keys'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the key ring: without it nobody can ever read the records again.'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
