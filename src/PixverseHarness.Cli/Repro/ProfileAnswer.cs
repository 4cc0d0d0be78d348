using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Cli.Repro;

/// <summary>How one profile answers what was asked for.</summary>
/// <param name="Profile">Name of the profile.</param>
/// <param name="Outcome">For example <c>406 Not Acceptable, insufficient_credits, from POST /v2/pixverse-text2video</c>.</param>
internal sealed record ProfileAnswer(string Profile, string Outcome)
{
    /// <summary>The answers of both profiles; the blocking call has its own where it differs.</summary>
    public static ImmutableArray<ProfileAnswer> Of(string name)
    {
        IEnumerable<ApiProfile> profiles = [ApiProfile.Documented, ApiProfile.Observed];
        var cases = profiles.SelectMany(p => name == ErrorCauses.InsufficientCredits.Name
            ? [ReproCases.Of(name, p), ReproCases.OfCause(ErrorCauses.InsufficientCredits, p, ApiOperation.GenerateSync)]
            : (IEnumerable<ReproCase>)[ReproCases.Of(name, p)]);
        return [.. cases.Select(c => new ProfileAnswer(c.Twin.Profile.Name, $"{c.Outcome}{(c.Cause is null ? "" : $", {c.Cause.Name}")}, from {c.Last.Method} {c.Last.Path}"))];
    }
}
