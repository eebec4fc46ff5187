// Azure China, for trying out.
using 'main.bicep'

param environmentName = 'test'
param location = 'chinanorth3'
param plan = 'premium'
param isolated = false
param protected = false
param storageSku = 'Standard_LRS'
param zoneRedundant = false
param maximumInstances = 2
param alwaysReady = 1
param retentionDays = 30
param dailyGigabytes = 1
param alertRecipient = readEnvironmentVariable('ALLEVIATION_ALERTS')
param budget = 0

// Who uploads the package, and from where (README, "Azure China").
param packageName = readEnvironmentVariable('ALLEVIATION_PACKAGE', 'alleviation.zip')
param packagerId = readEnvironmentVariable('ALLEVIATION_PACKAGER', '')

// Given when they are new (README, steps 2 and 3): without them the vault keeps what it has.
param keyRing = readEnvironmentVariable('ALLEVIATION_KEY_RING', '')
param gateway = readEnvironmentVariable('ALLEVIATION_GATEWAY', '')
param gatewaySecret = readEnvironmentVariable('ALLEVIATION_GATEWAY_SECRET', '')
param firstOperator = readEnvironmentVariable('ALLEVIATION_FIRST_OPERATOR', '')
param firstOperatorPassword = readEnvironmentVariable('ALLEVIATION_FIRST_OPERATOR_PASSWORD', '')
