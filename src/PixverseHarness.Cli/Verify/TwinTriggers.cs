using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Triggers;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Verify;

/// <summary>The twin's magic keys and prompt tags, as the suite asks for them.</summary>
internal sealed class TwinTriggers : ITriggers
{
    /// <inheritdoc/>
    public string? KeyFor(ErrorCause cause) => MagicKeys.Of(cause);

    /// <inheritdoc/>
    public string? PromptFor(ErrorCause cause, ApiOperation? at = null, int? times = null) =>
        $"[[{cause.Name}{(at is { } operation ? $"@{Operations.Get(operation).Name}" : "")}{(times is { } count ? $"*{count}" : "")}]]";
}
