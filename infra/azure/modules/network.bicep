// The virtual network, for an isolated installation: the app calls out from one subnet, storage and vault answer in the other.

import { Tags } from 'shared.bicep'

param name string
param location string
param tags Tags

@description('Whose subnet the integration subnet is to be: Flex Consumption and Premium ask for different ones.')
param plan 'flex' | 'premium'

@description('Addresses of the network, at least a /24.')
param addresses string

param storageName string
param vaultName string
param workspaceId string

// The rules that every group has: nobody from the internet calls in.
resource integrationRules 'Microsoft.Network/networkSecurityGroups@2023-11-01' = {
  name: '${name}-integration'
  location: location
  tags: tags
}

resource endpointRules 'Microsoft.Network/networkSecurityGroups@2023-11-01' = {
  name: '${name}-endpoints'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'https-from-the-network'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'nothing-else'
        properties: {
          priority: 4096
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addresses] }
    subnets: [
      {
        name: 'integration'
        properties: {
          addressPrefix: cidrSubnet(addresses, 25, 0)
          networkSecurityGroup: { id: integrationRules.id }
          delegations: [
            {
              name: 'functions'
              properties: { serviceName: plan == 'flex' ? 'Microsoft.App/environments' : 'Microsoft.Web/serverFarms' }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addresses, 26, 2)
          networkSecurityGroup: { id: endpointRules.id }
          privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled'
        }
      }
    ]
  }

  resource integration 'subnets' existing = {
    name: 'integration'
  }

  resource endpoints 'subnets' existing = {
    name: 'endpoints'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: network
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

// The vault's zone is "privatelink.vaultcore" where its addresses say "vault".
var vaultZone = 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'

var targets = [
  { group: 'table', resource: account.id, zone: 'privatelink.table.${environment().suffixes.storage}' }
  { group: 'queue', resource: account.id, zone: 'privatelink.queue.${environment().suffixes.storage}' }
  { group: 'blob', resource: account.id, zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { group: 'vault', resource: vault.id, zone: vaultZone }
]

module endpoint 'private-endpoint.bicep' = [
  for target in targets: {
    params: {
      name: '${name}-${target.group}'
      location: location
      tags: tags
      group: target.group
      resourceId: target.resource
      zone: target.zone
      networkId: network.id
      subnetId: network::endpoints.id
    }
  }
]

output integrationSubnetId string = network::integration.id
