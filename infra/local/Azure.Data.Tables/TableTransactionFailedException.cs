using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused and nothing of it was stored.</summary>
#pragma warning disable CA1032 // The official type has this constructor only.
public class TableTransactionFailedException : RequestFailedException
#pragma warning restore CA1032
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            Required(requestFailedException).Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException) =>
        FailedTransactionActionIndex = IndexIn(requestFailedException.Message);

    /// <summary>Which action was refused; null when the service did not tell.</summary>
    public int? FailedTransactionActionIndex { get; }

    // The service writes the index in front of its message: "3:The specified entity already exists."
    private static int? IndexIn(string message) =>
        message.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static RequestFailedException Required(RequestFailedException requestFailedException)
    {
        ArgumentNullException.ThrowIfNull(requestFailedException);
        return requestFailedException;
    }
}
