using System.Text.Json.Nodes;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>
/// A second end that contradicts the first: a completed job reads FAILED, a failed one COMPLETED without output. On the
/// result call the two calls disagree. The ledger goes by the true end.
/// </summary>
public sealed class DuplicateTerminalFault : Fault
{
    /// <inheritdoc/>
    public override string Name => "duplicate_terminal";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) => scope.State switch
    {
        JobState.Completed => JsonEdit.Of(answer, Fail, ErrorCauses.GenerationFailed.Status),
        JobState.Failed => JsonEdit.Of(answer, Complete, 200),
        _ => answer,
    };

    private static bool Fail(JsonObject body)
    {
        foreach (var name in (string[])["output", "prompt", "seed", "timings", "video"])
        {
            body.Remove(name);
        }

        if (body["metrics"] is JsonObject metrics)
        {
            metrics.Remove("cost");
            metrics.Remove("remaining_credits");
        }

        body["error"] = ErrorCauses.GenerationFailed.Message;
        body["status"] = JobState.Failed.ToWire();
        return true;
    }

    private static bool Complete(JsonObject body)
    {
        body["error"] = null;
        body["status"] = JobState.Completed.ToWire();
        return true;
    }
}
