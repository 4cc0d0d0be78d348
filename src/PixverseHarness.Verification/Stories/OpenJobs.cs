using System.Collections.Concurrent;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Stories;

/// <summary>
/// The jobs of a run that have not been seen to end. Where a target has one account and no sessions, what one
/// conversation left running would be charged in the middle of the next.
/// </summary>
internal sealed class OpenJobs
{
    private readonly ConcurrentDictionary<string, byte> _ids = new(StringComparer.Ordinal);

    /// <summary>Takes note of a submit, or of a job that has ended.</summary>
    public void Hear(Exchange exchange)
    {
        if (exchange.Request.Operation == ApiOperation.Submit && exchange.Status == OperationSpec.SuccessStatus && exchange.TextAt("/request_id") is { Length: > 0 } id)
        {
            _ids[id] = 0;
        }
        else if (exchange.Request.Operation == ApiOperation.GetStatus && JobLife.StateOf(exchange)?.IsTerminal() == true)
        {
            _ids.TryRemove(exchange.Request.Uri.Segments[^2].TrimEnd('/'), out _);
        }
    }

    /// <summary>Waits until all have ended. What outlasts the patience is not waited for again.</summary>
    public async Task SettleAsync(Scene scene, CancellationToken cancellationToken)
    {
        foreach (var id in _ids.Keys.Order(StringComparer.Ordinal))
        {
            await JobStories.PollAsync(new Conversation(scene), id, heard: null, cancellationToken);
            _ids.TryRemove(id, out _);
        }
    }
}
