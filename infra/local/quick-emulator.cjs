// node --require quick-emulator.cjs azurite.js …: the emulator as it is, without two things that make it slower the more it holds.
const fs = require('node:fs')
const Loki = require('lokijs')
const tables = require('azurite/dist/src/table/persistence/LokiTableMetadataStore').default.prototype

// A query looks through its whole table. What names one partition, and nothing besides it, finds its rows in the index first; what
// the filter says is decided on them by the emulator as ever.
const ofPartition = /^\(*PartitionKey eq '((?:[^']|'')*)'\)*(?: and |$)/
const { queryTableEntities } = tables
tables.queryTableEntities = function (context, account, table, options, ...next) {
  const [start, partition] = ofPartition.exec(options?.filter ?? '') ?? []
  const isOfOne = start !== undefined && !/ or |\bnot\b/.test(options.filter)
  if (!isOfOne) return queryTableEntities.call(this, context, account, table, options, ...next)
  const narrowed = Object.create(this)
  narrowed.getEntityCollection = (...names) => {
    const rows = this.getEntityCollection(...names)
    return { chain: () => rows.chain().find({ PartitionKey: partition.replaceAll("''", "'") }) }
  }
  return queryTableEntities.call(narrowed, context, account, table, options, ...next)
}

// Each five seconds it writes all it holds. While this file is there, nothing of that would be read again.
const { autosaveDirty } = Loki.prototype
Loki.prototype.autosaveDirty = function () {
  return !fs.existsSync(process.env.UNSAVED_WHILE ?? '') && autosaveDirty.call(this)
}
