using System.Collections.Immutable;
using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Contract.Profiles;

/// <summary>A single choice of a profile that can be set by name.</summary>
/// <param name="Name">Name in kebab case.</param>
/// <param name="Values">The allowed values, the documented profile's one first.</param>
/// <param name="Summary">What it decides.</param>
/// <param name="Evidence">Why there is a choice at all.</param>
/// <param name="Set">Gives a profile with the value, which is one of <paramref name="Values"/>.</param>
/// <param name="Get">The value that a profile has.</param>
public sealed record ProfileSwitch(
    string Name,
    ImmutableArray<string> Values,
    string Summary,
    Evidence Evidence,
    Func<ApiProfile, string, ApiProfile> Set,
    Func<ApiProfile, string> Get)
{
    /// <summary>A profile with this switch set, its name extended by <c>+name=value</c> when that changes anything.</summary>
    /// <exception cref="ArgumentException">The value is not one of <see cref="Values"/>.</exception>
    public ApiProfile Apply(ApiProfile profile, string value)
    {
        if (!Values.Contains(value))
        {
            throw new ArgumentException($"Switch '{Name}' takes {string.Join(" or ", Values)}, not '{value}'.", nameof(value));
        }

        return Get(profile) == value ? profile : Set(profile, value) with { Name = $"{profile.Name}+{Name}={value}" };
    }
}
