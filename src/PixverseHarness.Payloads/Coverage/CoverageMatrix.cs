using System.Collections.Immutable;

namespace PixverseHarness.Payloads.Coverage;

/// <summary>How many payloads there are for each parameter and each family of violations or edges, and where there are none although there should be.</summary>
public sealed class CoverageMatrix
{
    private readonly Dictionary<(string Parameter, string Family), int> _counts;
    private readonly HashSet<(string Parameter, string Family)> _required;

    internal CoverageMatrix(
        ImmutableArray<string> parameters, ImmutableArray<string> families, Func<string, string, bool> applies, IEnumerable<Payload> payloads)
    {
        Parameters = parameters;
        Families = families;
        _required = [.. parameters.SelectMany(p => families.Where(f => applies(p, f)).Select(f => (p, f)))];
        _counts = payloads.GroupBy(p => (p.Label.Parameter, p.Label.Family)).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <summary>The rows: parameters, and body and header.</summary>
    public ImmutableArray<string> Parameters { get; }

    /// <summary>The columns: families.</summary>
    public ImmutableArray<string> Families { get; }

    /// <summary>How many cells the contract requires.</summary>
    public int Required => _required.Count;

    /// <summary>The required cells without a payload, as <c>family/parameter</c>.</summary>
    public IEnumerable<string> Missing =>
        from parameter in Parameters
        from family in Families
        where _required.Contains((parameter, family)) && CountAt(parameter, family) == 0
        select $"{family}/{parameter}";

    /// <summary>The number of payloads in a cell; null where the contract has nothing to violate and no payload is.</summary>
    public int? CountOf(string parameter, string family)
    {
        var count = CountAt(parameter, family);
        return count == 0 && !_required.Contains((parameter, family)) ? null : count;
    }

    private int CountAt(string parameter, string family) => _counts.GetValueOrDefault((parameter, family));
}
