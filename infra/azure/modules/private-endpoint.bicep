// One private endpoint, and the zone in which the network finds its address.

import { Tags } from 'shared.bicep'

param name string
param location string
param tags Tags

@description('Which part of the resource: table, queue, blob or vault.')
param group string

param resourceId string
param zone string
param networkId string
param subnetId string

resource endpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    customNetworkInterfaceName: '${name}-nic'
    privateLinkServiceConnections: [
      {
        name: group
        properties: { privateLinkServiceId: resourceId, groupIds: [group] }
      }
    ]
  }
}

resource names 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: zone
  location: 'global'
  tags: tags
}

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: names
  name: 'network'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: networkId }
  }
}

resource record 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2023-11-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [{ name: group, properties: { privateDnsZoneId: names.id } }]
  }
}
