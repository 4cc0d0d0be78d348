using System.Globalization;
using System.Text.RegularExpressions;

namespace PixverseHarness.Verification.Snapshots.Exchanges;

/// <summary>
/// Names for what is another in every run: <c>request_1</c> stands for the same id wherever it appears, <c>date_1</c> for
/// the same instant. Numbers are given in the order of appearance.
/// </summary>
internal sealed class Placeholders
{
    // As in RFC 3339 and RFC 9110.
    private static readonly Regex Instant = new(
        @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)|(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT",
        RegexOptions.NonBacktracking);

    private static readonly Regex Uuid = new("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}", RegexOptions.NonBacktracking);

    // Keys that have no name may be somebody's: they are not shown.
    private static readonly Regex Key = new("SG_[0-9a-fA-F]{16,}", RegexOptions.NonBacktracking);

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    // The longest first: a value may be a part of another one.
    private readonly List<string> _literals = [];

    /// <summary>Gives a value a name that does not count.</summary>
    public void Name(string value, string name)
    {
        if (value.Length > 0 && _names.TryAdd(value, name))
        {
            Insert(value);
        }
    }

    /// <summary>Gives a value the next name of its kind, from here on wherever it appears in a text; the name that it has if it has one.</summary>
    public string Learn(string kind, string value)
    {
        if (!_names.ContainsKey(value))
        {
            Insert(value);
        }

        return NameOf(kind, value);
    }

    /// <summary>The name of an amount of money; the same for the same amount.</summary>
    public string Amount(decimal amount) => NameOf("credits", amount.ToString("0.############", CultureInfo.InvariantCulture));

    /// <summary>A text with names in the place of everything that has one, and of every instant and UUID.</summary>
    public string In(string text)
    {
        foreach (var literal in _literals)
        {
            text = text.Replace(literal, _names[literal], StringComparison.Ordinal);
        }

        text = Key.Replace(text, "(another key)");
        text = Instant.Replace(text, match => NameOf("date", match.Value));
        return Uuid.Replace(text, match => match.Value.All(c => c is '0' or '-') ? match.Value : NameOf("uuid", match.Value));
    }

    private string NameOf(string kind, string value)
    {
        if (!_names.TryGetValue(value, out var name))
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            name = string.Create(CultureInfo.InvariantCulture, $"{kind}_{_counts[kind]}");
            _names.Add(value, name);
        }

        return name;
    }

    private void Insert(string value)
    {
        var at = _literals.FindIndex(other => other.Length < value.Length);
        _literals.Insert(at < 0 ? _literals.Count : at, value);
    }
}
