using System.Collections.Immutable;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Clauses;

/// <summary>One sentence of the contract that a client can rely on, or an open question about it.</summary>
public sealed record Clause
{
    /// <summary>Stable identifier, for example <c>PV-STATUS-007</c>. Never reused for another sentence.</summary>
    public required string Id { get; init; }

    /// <summary>What holds, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where the sentence comes from and how well it is known.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>
    /// The profile switch and value under which the sentence holds, for example <c>credits=402</c>, or null when it holds
    /// under every profile.
    /// </summary>
    public string? Profile { get; init; }

    /// <summary>Names of the error causes that the sentence speaks of; may be empty.</summary>
    public ImmutableArray<string> Causes { get; init; } = [];

    /// <summary>The part of the API that the clause belongs to: the middle of <see cref="Id"/>, for example <c>STATUS</c>.</summary>
    public string Area => Id.Split('-')[1];

    /// <summary>Whether the sentence holds under a profile.</summary>
    public bool HoldsUnder(ApiProfile profile)
    {
        if (Profile is null)
        {
            return true;
        }

        var (name, value) = (Profile[..Profile.IndexOf('=')], Profile[(Profile.IndexOf('=') + 1)..]);
        return ProfileSwitches.Find(name)?.Get(profile) == value;
    }
}
