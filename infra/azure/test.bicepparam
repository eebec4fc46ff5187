// The public cloud, for trying out: scales to nothing, costs little, is deleted without a trace.
using 'main.bicep'

// azd names further test environments of its own.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'test')
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param plan = 'flex'
param isolated = false
param protected = false
param storageSku = 'Standard_LRS'
param zoneRedundant = false
param maximumInstances = 40
param alwaysReady = 0
param retentionDays = 30
param dailyGigabytes = 1
param alertRecipient = readEnvironmentVariable('ALLEVIATION_ALERTS')
param budget = 50
param budgetStart = '2026-12-01'

// Given when they are new (README, steps 2 and 3): without them the vault keeps what it has.
param keyRing = readEnvironmentVariable('ALLEVIATION_KEY_RING', '')
param gateway = readEnvironmentVariable('ALLEVIATION_GATEWAY', '')
param gatewaySecret = readEnvironmentVariable('ALLEVIATION_GATEWAY_SECRET', '')
param firstOperator = readEnvironmentVariable('ALLEVIATION_FIRST_OPERATOR', '')
param firstOperatorPassword = readEnvironmentVariable('ALLEVIATION_FIRST_OPERATOR_PASSWORD', '')
