namespace Azure.Data.Tables;

public enum TableUpdateMode
{
    /// <summary>Properties that the entity does not name keep their values.</summary>
    Merge = 0,

    /// <summary>Properties that the entity does not name are removed.</summary>
    Replace = 1,
}
