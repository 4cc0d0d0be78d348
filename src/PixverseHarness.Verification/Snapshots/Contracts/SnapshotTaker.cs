using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Snapshots.Exchanges;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Snapshots.Contracts;

/// <summary>Takes down what a scenario brings about.</summary>
internal sealed class SnapshotTaker(Conversation conversation)
{
    private readonly Dictionary<SnapshotCase, string> _texts = [];
    private readonly Dictionary<SnapshotCase, string> _reasons = [];

    /// <summary>The conversation.</summary>
    public Conversation Conversation => conversation;

    /// <summary>Where it takes place.</summary>
    public Scene Scene => conversation.Scene;

    /// <summary>The text of a case; null when it was not brought about.</summary>
    public string? TextOf(SnapshotCase wanted) => _texts.GetValueOrDefault(wanted);

    /// <summary>Why a case was not brought about.</summary>
    public string ReasonFor(SnapshotCase wanted) => _reasons.GetValueOrDefault(wanted, "the target did not come to it");

    /// <summary>Takes an answer down, the first time that it comes. None at all is nothing to pin.</summary>
    public void Keep(ApiOperation operation, string answer, Exchange exchange)
    {
        var wanted = SnapshotCase.Of(operation, answer);
        if (exchange.Failure is { } failure)
        {
            _reasons[wanted] = $"no answer: {failure}";
        }
        else
        {
            _texts.TryAdd(wanted, ExchangeSnapshot.ToJson(exchange));
        }
    }

    /// <summary>Takes a conversation down, if every request in it was answered.</summary>
    public void Keep(string conversationName, params IEnumerable<Exchange> exchanges)
    {
        var wanted = SnapshotCase.Of(conversationName);
        if (exchanges.FirstOrDefault(e => e.Failure is not null) is { } lost)
        {
            _reasons[wanted] = $"no answer: {lost.Failure}";
        }
        else
        {
            _texts.Add(wanted, ExchangeSnapshot.ToText(exchanges));
        }
    }

    /// <summary>Sends a request and takes its answer down; without a request it says that the target cannot be made to give that answer.</summary>
    public async Task<Exchange?> TakeAsync(ApiOperation operation, ErrorCause cause, ExchangeRequest? request, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            Miss(cause, [operation]);
            return null;
        }

        var exchange = await conversation.SendAsync(request, cancellationToken);
        Keep(operation, cause.Name, exchange);
        return exchange;
    }

    /// <summary>Says that the target cannot be made to answer a cause.</summary>
    public void Miss(ErrorCause cause, IEnumerable<ApiOperation> operations)
    {
        foreach (var operation in operations)
        {
            _reasons[SnapshotCase.Of(operation, cause.Name)] = $"the target cannot be made to answer {cause.Name}";
        }
    }

    /// <summary>A request with the key that meets a cause; null where there is none.</summary>
    public ExchangeRequest? ByKey(ErrorCause cause, ExchangeRequest request) =>
        Scene.Triggers.KeyFor(cause) is { } key ? request with { Key = key } : null;
}
