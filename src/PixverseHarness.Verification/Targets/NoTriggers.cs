using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Verification.Targets;

/// <summary>A target that cannot be told to fail.</summary>
public sealed class NoTriggers : ITriggers
{
    /// <inheritdoc/>
    public string? KeyFor(ErrorCause cause) => null;

    /// <inheritdoc/>
    public string? PromptFor(ErrorCause cause, ApiOperation? at = null, int? times = null) => null;
}
