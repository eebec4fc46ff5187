// Who is told what by e-mail: searches over the workspace, each with its reason in README's "Alerts".

import { Tags } from 'shared.bicep'

param name string
param location string
param tags Tags

@description('Where the e-mails go.')
param recipient string

param workspaceId string

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'alleviation'
    emailReceivers: [{ name: 'operators', emailAddress: recipient, useCommonAlertSchema: true }]
  }
}

// A gauge's value is Sum / ItemCount: Min and Max may be left out by an exporter.
// Severity: 1 somebody has to act now, 2 today, 3 this week.
var rules = [
  {
    name: 'poison-messages'
    title: 'There are open poison messages'
    severity: 2
    every: 'PT15M'
    within: 'PT15M'
    query: 'AppMetrics | where Name == "alleviation.poison_messages.open" | summarize Value = max(Sum / ItemCount)'
    split: []
    threshold: 0
    operator: 'GreaterThan'
  }
  {
    name: 'queue-age'
    title: 'A queue does not get on: its oldest message waits for more than ten minutes'
    severity: 1
    every: 'PT5M'
    within: 'PT15M'
    query: '''
      AppMetrics
      | where Name == "alleviation.queue.oldest_message.age"
      | extend Queue = tostring(Properties.queue)
      | summarize Value = max(Sum / ItemCount) by Queue
    '''
    split: ['Queue']
    threshold: 600
    operator: 'GreaterThan'
  }
  {
    name: 'server-errors'
    title: 'More than ten calls in five minutes were answered with 5xx'
    severity: 1
    every: 'PT5M'
    within: 'PT5M'
    query: '''
      AppRequests
      | where isnotempty(Url) and toint(ResultCode) between (500 .. 599)
      | summarize Value = sum(ItemCount)
    '''
    split: []
    threshold: 10
    operator: 'GreaterThan'
  }
  {
    name: 'slow'
    title: 'One call in twenty takes longer than two seconds'
    severity: 2
    every: 'PT15M'
    within: 'PT30M'
    // Files of the web app would hide a slow API, and uploads of whole lists take what the line needs. Few calls make no percentile.
    query: '''
      AppRequests
      | where Url contains "/api/" and not(Url endswith "/api/imports")
      | summarize Value = percentile(DurationMs, 95), Calls = sum(ItemCount)
      | where Calls >= 50
    '''
    split: []
    threshold: 2000
    operator: 'GreaterThan'
  }
  {
    name: 'coverage-age'
    title: 'The figures of coverage are older than 26 hours'
    severity: 3
    every: 'PT1H'
    within: 'PT1H'
    query: 'AppMetrics | where Name == "alleviation.coverage.age" | summarize Value = max(Sum / ItemCount)'
    split: []
    threshold: 93600
    operator: 'GreaterThan'
  }
  {
    name: 'silence'
    title: 'Nothing was heard of the service for 15 minutes'
    severity: 1
    every: 'PT5M'
    within: 'PT15M'
    // A timer runs each minute: no request at all means that no instance starts, or that telemetry does not arrive.
    query: 'AppRequests | summarize Value = count()'
    split: []
    threshold: 1
    operator: 'LessThan'
  }
]

resource alert 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.title
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.within
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            dimensions: [for column in rule.split: { name: column, operator: 'Include', values: ['*'] }]
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      // The tables are made by the first lines that arrive, after this.
      skipQueryValidation: true
      actions: { actionGroups: [group.id] }
    }
  }
]

output actionGroupId string = group.id
