using System.Text.Json.Nodes;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Leaves every URL out of the body: a completed job has nothing to download, a submit answer nothing to poll.</summary>
public sealed class MissingUrlFault : Fault
{
    /// <inheritdoc/>
    public override string Name => "missing_url";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) => JsonEdit.Of(answer, RemoveUrls);

    private static bool RemoveUrls(JsonObject body)
    {
        var removed = false;
        foreach (var name in JsonEdit.UrlMembers)
        {
            removed |= body.Remove(name);
        }

        return removed;
    }
}
