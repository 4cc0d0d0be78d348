using System.Collections.Immutable;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Payloads.Tests;

/// <summary>Profiles that a law must hold under.</summary>
internal static class Profiles
{
    /// <summary>Both named profiles, and each of them with every single switch set to every value.</summary>
    public static ImmutableArray<ApiProfile> All { get; } =
    [
        .. from profile in new[] { ApiProfile.Documented, ApiProfile.Observed }
           from variant in ProfileSwitches.All.SelectMany(s => s.Values.Select(v => s.Apply(profile, v))).DistinctBy(p => p.Name)
           select variant,
    ];

    /// <summary>The documented profile with every switch set to refuse.</summary>
    public static ApiProfile Strict { get; } = ApiProfile.Documented with
    {
        UnknownMembers = MemberHandling.Reject,
        DuplicateMembers = MemberHandling.Reject,
        IntegerForms = IntegerForms.Literal,
        SeedRange = SeedRange.Upstream,
        PromptLimit = 2048,
    };
}
