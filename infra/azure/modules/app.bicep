// The function app and its plan: Flex Consumption, or Elastic Premium where Flex is not offered.

import { packages, secrets, Settings, Tags } from 'shared.bicep'

@maxLength(60)
param name string
param location string
param tags Tags
param plan 'flex' | 'premium'
param zoneRedundant bool

@description('Memory of a Flex instance in MB.')
param instanceMemory 512 | 2048 | 4096

@description('Size of a Premium instance, such as EP1.')
param premiumSize string

@description('The most instances that the platform starts.')
param maximumInstances int

@description('Instances for HTTP that are kept warm.')
param alwaysReady int

param identityName string
param storageName string
param vaultName string
param insightsName string
param workspaceId string

@description('Premium only: name of the package in the container of packages.')
param packageName string

@description('Subnet through which the app calls out; null: over the internet.')
param subnetId string?

@description('The reminders\' webhook; empty: nobody is reminded.')
param gateway string

@description('User name of the first operator, made while there is no account; empty: none.')
param firstOperator string

@description('Further settings that are no secrets.')
param moreSettings Settings

var isFlex = plan == 'flex'
var storageSuffix = environment().suffixes.storage
var blobAddress = 'https://${storageName}.blob.${storageSuffix}'
var vaultAddress = 'https://${vaultName}${environment().suffixes.keyvaultDns}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var settings = {
  // The host's and the service's own storage.
  AzureWebJobsStorage__blobServiceUri: blobAddress
  AzureWebJobsStorage__queueServiceUri: 'https://${storageName}.queue.${storageSuffix}'
  AzureWebJobsStorage__tableServiceUri: 'https://${storageName}.table.${storageSuffix}'
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  // Azure.Identity: which identity is the service's, and that no other kind of sign-in is tried.
  AZURE_CLIENT_ID: identity.properties.clientId
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
  AZURE_AUTHORITY_HOST: environment().authentication.loginEndpoint
  Keys__VaultUri: '${vaultAddress}/'
  Keys__VaultSecret: secrets.keyRing
  // The page at "/" is the service's.
  AzureWebJobsDisableHomepage: 'true'
  Telemetry__Exporter: 'AzureMonitor'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identity.properties.clientId}'
}

var gatewaySettings = {
  Reminders__Gateway: gateway
  Reminders__Secret: '@Microsoft.KeyVault(SecretUri=${vaultAddress}/secrets/${secrets.gateway})'
}

var firstOperatorSettings = {
  Access__FirstOperator__UserName: firstOperator
  Access__FirstOperator__Password: '@Microsoft.KeyVault(SecretUri=${vaultAddress}/secrets/${secrets.firstOperator})'
}

// Flex has these in functionAppConfig. A package by its address, because Azure Files would need the account's key.
var premiumSettings = {
  FUNCTIONS_EXTENSION_VERSION: '~4'
  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
  WEBSITE_RUN_FROM_PACKAGE: '${blobAddress}/${packages}/${packageName}'
  WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID: identity.id
}

var allSettings = union(
  settings,
  empty(gateway) ? {} : gatewaySettings,
  empty(firstOperator) ? {} : firstOperatorSettings,
  isFlex ? {} : premiumSettings,
  moreSettings
)

resource hosting 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: name
  location: location
  tags: tags
  kind: isFlex ? 'functionapp' : 'elastic'
  sku: isFlex
    ? { name: 'FC1', tier: 'FlexConsumption' }
    : { name: premiumSize, tier: 'ElasticPremium', capacity: zoneRedundant ? 2 : 1 }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
    maximumElasticWorkerCount: isFlex ? null : maximumInstances
  }
}

var commonSite = {
  minTlsVersion: '1.2'
  scmMinTlsVersion: '1.2'
  ftpsState: 'Disabled'
  http20Enabled: true
}

var premiumSite = {
  linuxFxVersion: 'DOTNET-ISOLATED|10.0'
  minimumElasticInstanceCount: max(alwaysReady, zoneRedundant ? 2 : 1)
  functionAppScaleLimit: maximumInstances
  vnetRouteAllEnabled: true
  // Flex has no such check of its own.
  healthCheckPath: '/api/health/ready'
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'service' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: hosting.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: subnetId
    functionAppConfig: !isFlex
      ? null
      : {
          runtime: { name: 'dotnet-isolated', version: '10.0' }
          deployment: {
            storage: {
              type: 'blobContainer'
              value: '${blobAddress}/${packages}'
              authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
            }
          }
          scaleAndConcurrency: {
            instanceMemoryMB: instanceMemory
            maximumInstanceCount: maximumInstances
            alwaysReady: alwaysReady == 0 ? [] : [{ name: 'http', instanceCount: alwaysReady }]
          }
        }
    siteConfig: isFlex ? commonSite : union(commonSite, premiumSite)
  }
}

resource appSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: site
  name: 'appsettings'
  properties: allSettings
}

// Nobody publishes with a password.
resource scmPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: site
  name: 'scm'
  properties: { allow: false }
}

resource ftpPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: site
  name: 'ftp'
  properties: { allow: false }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: site
  properties: {
    workspaceId: workspaceId
    // Also what the host says before the service has started.
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output address string = 'https://${site.properties.defaultHostName}'
