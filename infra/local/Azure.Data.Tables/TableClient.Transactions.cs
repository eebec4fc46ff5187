using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Up to a hundred changes of one partition: all are stored or none.</summary>
    /// <exception cref="TableTransactionFailedException">The service refused; the exception tells which action.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        Submitted(await _account.SendAsync(Transaction(transactionActions), cancellationToken).ConfigureAwait(false));

    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        Submitted(_account.Send(Transaction(transactionActions), cancellationToken));

    private HttpMessage Transaction(IEnumerable<TableTransactionAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var body = new TransactionBody(_account);
        var rules = new TransactionRules();
        var isEmpty = true;
        foreach (var action in actions)
        {
            body.Add(RowChange.Of(Name, action));
            rules.Check(action.Entity);
            isEmpty = false;
        }

        if (isEmpty) { throw new InvalidOperationException("A transaction needs at least one action."); }
        var message = _account.NewMessage(RequestMethod.Post, "$batch");
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, body.ContentType);
        message.Request.Content = body.Close();
        return message;
    }

    private static Response<IReadOnlyList<Response>> Submitted(Response response)
    {
        if (response.Status is not 202) { throw TableErrors.Fault(response); }
        IReadOnlyList<Response> answers = TransactionAnswer.Parse(response.Content.ToMemory(), response.ClientRequestId);
        foreach (var answer in answers)
        {
            if (answer.Status >= 400) { throw new TableTransactionFailedException(TableErrors.Fault(answer)); }
        }

        return Response.FromValue(answers, response);
    }
}
