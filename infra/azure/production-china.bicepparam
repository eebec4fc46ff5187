// Azure China, for real work.
using 'main.bicep'

param environmentName = 'production'
param location = 'chinanorth3'
param plan = 'premium'
param isolated = true
param protected = true
param storageSku = 'Standard_GRS'
param zoneRedundant = false
param premiumSize = 'EP2'
param maximumInstances = 10
param alwaysReady = 2
param retentionDays = 180
param logStorageCalls = true
param alertRecipient = readEnvironmentVariable('ALLEVIATION_ALERTS')
param budget = 0

// Who uploads the package, and from where (README, "Azure China").
param packageName = readEnvironmentVariable('ALLEVIATION_PACKAGE', 'alleviation.zip')
param packagerId = readEnvironmentVariable('ALLEVIATION_PACKAGER', '')
param deployerAddresses = filter(split(readEnvironmentVariable('ALLEVIATION_PACKAGER_ADDRESSES', ''), ','), address => !empty(address))

// Given when they are new (README, steps 2 and 3): without them the vault keeps what it has.
param keyRing = readEnvironmentVariable('ALLEVIATION_KEY_RING', '')
param gateway = readEnvironmentVariable('ALLEVIATION_GATEWAY', '')
param gatewaySecret = readEnvironmentVariable('ALLEVIATION_GATEWAY_SECRET', '')
param firstOperator = readEnvironmentVariable('ALLEVIATION_FIRST_OPERATOR', '')
param firstOperatorPassword = readEnvironmentVariable('ALLEVIATION_FIRST_OPERATOR_PASSWORD', '')
