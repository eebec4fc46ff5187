// Where logs and figures go: one workspace, and Application Insights on top of it.

import { Tags } from 'shared.bicep'

param name string
param location string
param tags Tags

@description('Days that logs and figures are kept.')
param retentionDays int

@description('Gigabytes a day after which the workspace takes no more until the next day; 0: no limit.')
param dailyGigabytes int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyGigabytes == 0 ? -1 : dailyGigabytes }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
  }
}

resource workspaceDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: workspace
  properties: {
    workspaceId: workspace.id
    // Who searched the logs.
    logs: [{ category: 'Audit', enabled: true }]
  }
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'figures')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Alleviation: figures of the service'
    category: 'workbook'
    sourceId: workspace.id
    serializedData: replace(loadTextContent('workbook.json'), '{workspaceId}', workspace.id)
  }
}

output workspaceId string = workspace.id
