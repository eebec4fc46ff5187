// Loaded into the emulator's table process before it starts (--indexed). As it is, it looks through every row of a table at each query; the
// real service finds a partition by its key. So does this: the rows of the partition by the emulator's own index, then its own filter.
'use strict'

const store = require(process.env.EMULATOR_STORE).default.prototype
const query = store.queryTableEntities

/** The partition that a filter names first; none where it may want others, too. */
function partitionOf(filter) {
  const named = /^\(*PartitionKey eq '((?:[^']|'')*)'/.exec(filter ?? '')
  const withoutTexts = (filter ?? '').replace(/'(?:[^']|'')*'/g, '')
  return named && !/\b(or|not)\b/i.test(withoutTexts) ? named[1].replaceAll("''", "'") : undefined
}

store.queryTableEntities = function (context, account, table, queryOptions, ...next) {
  const partition = partitionOf(queryOptions.filter)
  if (partition === undefined) return query.call(this, context, account, table, queryOptions, ...next)
  const collectionOf = (...which) => {
    const collection = this.getEntityCollection(...which)
    return { chain: () => collection.chain().find({ PartitionKey: partition }) }
  }
  return query.call(Object.create(this, { getEntityCollection: { value: collectionOf } }), context, account, table, queryOptions, ...next)
}
