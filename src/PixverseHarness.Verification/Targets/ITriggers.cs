using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Verification.Targets;

/// <summary>How a target can be made to meet an error cause by what a client sends. Most targets cannot.</summary>
public interface ITriggers
{
    /// <summary>An API key that meets the cause; null when there is none.</summary>
    string? KeyFor(ErrorCause cause);

    /// <summary>A piece of prompt that makes the new job, or a later read of it, meet the cause; null when there is none.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="at">The call that is to meet it; null for the job itself.</param>
    /// <param name="times">How many calls meet it; null for all of them.</param>
    string? PromptFor(ErrorCause cause, ApiOperation? at = null, int? times = null);
}
