// What more than one module needs.

@export()
type Tags = { *: string }

@export()
@description('Settings of the app, by their names with "__".')
type Settings = { *: string }

@export()
@description('Names of the vault\'s secrets.')
var secrets = {
  keyRing: 'alleviation-keys'
  gateway: 'reminders-gateway'
  firstOperator: 'first-operator'
}

@export()
@description('The blob container of the deployed packages.')
var packages = 'packages'
