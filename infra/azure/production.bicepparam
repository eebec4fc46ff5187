// The public cloud, for real work: private endpoints, data in three zones and a second region, nothing that one command deletes.
using 'main.bicep'

param environmentName = 'production'
param location = 'southeastasia'
param plan = 'flex'
param isolated = true
param protected = true
param storageSku = 'Standard_GZRS'
// On Flex it would keep two instances warm for each queue and timer (README, "Costs").
param zoneRedundant = false
param maximumInstances = 100
param alwaysReady = 2
param retentionDays = 180
param logStorageCalls = true
param alertRecipient = readEnvironmentVariable('ALLEVIATION_ALERTS')
param budget = 1500
param budgetStart = '2026-12-01'

// Given when they are new (README, steps 2 and 3): without them the vault keeps what it has.
param keyRing = readEnvironmentVariable('ALLEVIATION_KEY_RING', '')
param gateway = readEnvironmentVariable('ALLEVIATION_GATEWAY', '')
param gatewaySecret = readEnvironmentVariable('ALLEVIATION_GATEWAY_SECRET', '')
param firstOperator = readEnvironmentVariable('ALLEVIATION_FIRST_OPERATOR', '')
param firstOperatorPassword = readEnvironmentVariable('ALLEVIATION_FIRST_OPERATOR_PASSWORD', '')
