using System.Collections.Immutable;

namespace PixverseHarness.Simulator.Admin.Input;

/// <summary>A part of a list.</summary>
/// <param name="Limit">Most that are shown.</param>
/// <param name="Offset">How many are passed over.</param>
internal sealed record Page(int Limit, int Offset)
{
    private const int UsualLimit = 100;
    private const int LargestLimit = 10_000;

    /// <summary>How a page is asked for.</summary>
    public static ImmutableArray<AdminMember> Members { get; } =
    [
        new("limit", AdminKind.Whole, "Most that are shown; 100 when it is not given.") { Least = 1, Most = LargestLimit },
        new("offset", AdminKind.Whole, "How many are passed over; 0 when it is not given.") { Most = int.MaxValue },
    ];

    /// <summary>The page that was asked for.</summary>
    public static Page Of(AdminInput input) => new((int)(input.Whole("limit") ?? UsualLimit), (int)(input.Whole("offset") ?? 0));
}
