// Who the service is: everything it may do hangs on this identity, and no key is kept anywhere.

import { Tags } from 'shared.bicep'

param name string
param location string
param tags Tags

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}
