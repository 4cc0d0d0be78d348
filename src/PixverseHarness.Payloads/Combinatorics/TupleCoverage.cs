using System.Collections.Immutable;
using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Payloads.Combinatorics;

/// <summary>
/// Which combinations of values a set of requests holds, and which it lacks. Shares nothing with the search for covering
/// arrays: the levels are read back from the requests, and what is required follows from R1 to R3 alone.
/// </summary>
public sealed class TupleCoverage
{
    private TupleCoverage(int strength, ImmutableArray<GroupCoverage> groups)
    {
        Strength = strength;
        Groups = groups;
    }

    /// <summary>How many parameters are combined.</summary>
    public int Strength { get; }

    /// <summary>Coverage of each group of parameters.</summary>
    public ImmutableArray<GroupCoverage> Groups { get; }

    /// <summary>How many combinations the contract allows.</summary>
    public int Required => Groups.Sum(g => g.Required);

    /// <summary>Every combination that no request holds, for example <c>duration=8, quality=540p</c>.</summary>
    public IEnumerable<string> Missing => Groups.SelectMany(g => g.Missing);

    /// <summary>Examines requests.</summary>
    /// <param name="requests">The requests, as read from payloads.</param>
    /// <param name="strength">How many parameters are combined: 1 to 8.</param>
    public static TupleCoverage Of(IEnumerable<VideoRequest> requests, int strength)
    {
        var rows = requests.Select(LevelsOf).ToList();
        var groups = Enumerable.Range(0, 1 << Factor.All.Length)
            .Where(mask => int.PopCount(mask) == strength)
            .Select(mask => Factor.All.Where((_, i) => (mask & (1 << i)) != 0).ToImmutableArray());
        return new TupleCoverage(strength, [.. groups.Select(g => Examine(g, rows))]);
    }

    private static GroupCoverage Examine(ImmutableArray<Factor> group, List<Dictionary<string, string>> rows)
    {
        var held = rows.Select(row => Describe(group.Select(f => (f.Name, row[f.Name])))).ToHashSet(StringComparer.Ordinal);
        var required = Choices(group).Where(IsAllowed).Select(tuple => Describe(tuple)).ToList();
        return new GroupCoverage([.. group.Select(f => f.Name)], required.Count, [.. required.Where(tuple => !held.Contains(tuple))]);
    }

    private static IEnumerable<ImmutableArray<(string Name, string Value)>> Choices(IEnumerable<Factor> group) =>
        group.Aggregate(
            Enumerable.Repeat(ImmutableArray<(string Name, string Value)>.Empty, 1),
            (choices, factor) => choices.SelectMany(choice => factor.Levels.Select(level => choice.Add((factor.Name, level)))));

    // A combination is allowed when no rule is broken by the values that it fixes: each rule binds two parameters, and
    // whatever is left open can take the value that the rules ask for.
    private static bool IsAllowed(ImmutableArray<(string Name, string Value)> tuple)
    {
        bool Has(string name, Func<string, bool> test) => tuple.Any(t => t.Name == name && test(t.Value));

        return !CrossFieldRules.All.Any(rule =>
            Has(rule.IfParameter, value => value == rule.IfValue) && Has(rule.ThenParameter, value => value != rule.ThenValue));
    }

    private static string Describe(IEnumerable<(string Name, string Value)> tuple) => string.Join(", ", tuple.Select(t => $"{t.Name}={t.Value}"));

    internal static Dictionary<string, string> LevelsOf(VideoRequest request) => new(StringComparer.Ordinal)
    {
        ["prompt"] = request.Prompt.All(c => !char.IsLetter(c) || c < '\u0250') ? Factor.Latin : Factor.OtherScript,
        ["aspect_ratio"] = Word(request.AspectRatio, "16:9", "4:3", "1:1", "3:4", "9:16"),
        ["duration"] = request.Duration == ClipDuration.EightSeconds ? "8" : "5",
        ["motion_mode"] = Word(request.MotionMode, "normal", "fast"),
        ["quality"] = Word(request.Quality, "360p", "540p", "720p", "1080p"),
        ["negative_prompt"] = request.NegativePrompt is null ? Factor.Absent : Factor.Present,
        ["seed"] = request.Seed is null ? Factor.Absent : Factor.Present,
        ["style"] = request.Style is { } style ? Word(style, "anime", "3d_animation", "clay", "comic", "cyberpunk") : Factor.Absent,
    };

    private static string Word<T>(T value, params string[] words)
        where T : struct, Enum => words[Array.IndexOf(Enum.GetValues<T>(), value)];
}
