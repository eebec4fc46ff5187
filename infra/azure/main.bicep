// All of the service in one resource group. README.md tells how it is deployed, and what is in which module.

targetScope = 'subscription'

import { Settings } from 'modules/shared.bicep'

@description('Names the environment: production, test, … Part of every name.')
@minLength(2)
@maxLength(20)
param environmentName string

@description('Region of everything.')
param location string

@description('Flex Consumption, or Elastic Premium where Flex is not offered (Azure China).')
param plan 'flex' | 'premium'

@description('Storage and vault by private endpoints only. The app itself stays reachable: people use it from their phones.')
param isolated bool

@description('Addresses of the network of an isolated environment.')
param networkAddresses string = '10.40.0.0/24'

@description('IPv4 addresses from which packages are uploaded although the storage account is isolated (Premium only).')
param deployerAddresses string[] = []

@description('Real people\'s data: purge protection, and locks against deletion.')
param protected bool

@description('Redundancy of the storage account.')
param storageSku 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

@description('Instances in more than one zone of the region.')
param zoneRedundant bool

@description('Memory of a Flex instance in MB.')
param instanceMemory 512 | 2048 | 4096 = 2048

@description('Size of a Premium instance.')
param premiumSize 'EP1' | 'EP2' | 'EP3' = 'EP1'

@description('The most instances that the platform starts (Flex: of each group of functions).')
@minValue(1)
@maxValue(1000)
param maximumInstances int

@description('Instances for HTTP that are kept warm; 0: the first call in the morning waits for a start (Flex).')
@minValue(0)
param alwaysReady int

@description('Premium only: name of the package in the container "packages" of the storage account.')
param packageName string = 'alleviation.zip'

@description('Premium only: object id of whoever uploads packages. Empty: nobody.')
param packagerId string = ''

@description('Days that logs and figures are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('Gigabytes of logs a day after which no more are taken until the next day; 0: no limit.')
@minValue(0)
param dailyGigabytes int = 0

@description('Keeps a record of every table and blob call.')
param logStorageCalls bool = false

@description('Where alerts are sent.')
param alertRecipient string

@description('A month, in the subscription\'s currency; 0: no budget (Azure China has none).')
@minValue(0)
param budget int

@description('First day of the month of the first deployment, where there is a budget. It cannot be changed later.')
param budgetStart string = ''

@description('The signed webhook of an SMS or WeChat gateway; empty: nobody is reminded.')
param gateway string = ''

@description('What that webhook is signed with, at least 32 characters. Empty: the vault\'s secret stays as it is.')
@secure()
param gatewaySecret string = ''

@description('The key ring (new-key-ring.sh). Given once, at the first deployment. Empty: the vault\'s secret stays as it is.')
@secure()
param keyRing string = ''

@description('User name of the first operator, made while there is no account at all. Empty: none.')
param firstOperator string = ''

@description('That operator\'s password. Empty: the vault\'s secret stays as it is.')
@secure()
param firstOperatorPassword string = ''

@description('Further settings of the service, by their names with "__", such as Access__Authority. No secrets.')
param moreSettings Settings = {}

var token = uniqueString(subscription().id, environmentName, location)
var name = 'alleviation-${environmentName}'
var uniqueName = '${name}-${token}'
var storageName = 'alv${token}'
var vaultName = 'alv-${token}'
var tags = {
  service: 'alleviation'
  environment: environmentName
  // By this one azd finds its environment.
  'azd-env-name': environmentName
}

resource group 'Microsoft.Resources/resourceGroups@2023-07-01' = {
  name: name
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: name, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    retentionDays: retentionDays
    dailyGigabytes: dailyGigabytes
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: storageName
    location: location
    tags: tags
    sku: storageSku
    isolated: isolated
    deployerAddresses: deployerAddresses
    protected: protected
    logCalls: logStorageCalls
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: vaultName
    location: location
    tags: tags
    protected: protected
    isolated: isolated
    keyRing: keyRing
    gatewaySecret: gatewaySecret
    firstOperatorPassword: firstOperatorPassword
    workspaceId: monitoring.outputs.workspaceId
  }
}

module network 'modules/network.bicep' = if (isolated) {
  scope: group
  dependsOn: [storage, vault]
  params: {
    name: name
    location: location
    tags: tags
    plan: plan
    addresses: networkAddresses
    storageName: storageName
    vaultName: vaultName
    workspaceId: monitoring.outputs.workspaceId
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  dependsOn: [identity, storage, vault, monitoring]
  params: {
    identityName: name
    storageName: storageName
    vaultName: vaultName
    insightsName: name
    packagerId: packagerId
  }
}

module app 'modules/app.bicep' = {
  scope: group
  // Its first start already needs what they allow.
  dependsOn: [roles]
  params: {
    name: uniqueName
    location: location
    tags: tags
    plan: plan
    zoneRedundant: zoneRedundant
    instanceMemory: instanceMemory
    premiumSize: premiumSize
    maximumInstances: maximumInstances
    alwaysReady: alwaysReady
    identityName: name
    storageName: storageName
    vaultName: vaultName
    insightsName: name
    workspaceId: monitoring.outputs.workspaceId
    packageName: packageName
    subnetId: isolated ? network!.outputs.integrationSubnetId : null
    gateway: gateway
    firstOperator: firstOperator
    moreSettings: moreSettings
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    recipient: alertRecipient
    workspaceId: monitoring.outputs.workspaceId
  }
}

module costs 'modules/budget.bicep' = if (budget > 0) {
  scope: group
  params: { name: name, amount: budget, start: budgetStart, actionGroupId: alerts.outputs.actionGroupId }
}

output resourceGroup string = group.name
output app string = uniqueName
output address string = app.outputs.address
output storage string = storageName
output vault string = vaultName
