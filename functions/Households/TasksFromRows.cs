using Azure.Data.Tables;

namespace Alleviation.Functions.Households;

/// <summary>
/// The household with the tasks that follow from its rows as they will be: asked with every commit that may change one, so that nobody who
/// writes a row has to know what hangs on it.
/// </summary>
/// <param name="before">As it was read.</param>
/// <param name="rows">Those that change.</param>
public delegate Household TasksFromRows(HouseholdPartition before, Household next, IReadOnlyList<TableEntity> rows);
