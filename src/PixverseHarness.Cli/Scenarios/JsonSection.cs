using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Cli.Scenarios;

/// <summary>
/// One object of a scenario file, read member by member. Nothing throws: every fault is collected with its JSON path, so
/// that a user sees all at once. <see cref="Close"/> reports the members that nobody asked for.
/// </summary>
internal sealed class JsonSection
{
    private readonly JsonElement _element;
    private readonly string _file;
    private readonly string _path;
    private readonly List<Fault> _faults;
    private readonly List<string> _known = [];

    private JsonSection(JsonElement element, string file, string path, List<Fault> faults)
    {
        _element = element;
        _file = file;
        _path = path;
        _faults = faults;
    }

    /// <summary>The outermost object of a file.</summary>
    public static JsonSection Root(JsonElement element, string file, List<Fault> faults)
    {
        var root = new JsonSection(element, file, "$", faults);
        if (element.ValueKind != JsonValueKind.Object)
        {
            root.Refuse("$", $"{Shown(element)} is not an object");
        }

        return root;
    }

    /// <summary>A text, or null when absent.</summary>
    public string? Text(string name) =>
        Find(name, JsonValueKind.String, "a text") is { } value ? value.GetString() : null;

    /// <summary>True, false, or null when absent.</summary>
    public bool? Flag(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Refuse(At(name), $"{Shown(value)} is not true or false");
        return null;
    }

    /// <summary>A whole number between two bounds, both included; null when absent or wrong.</summary>
    public ulong? WholeNumber(string name, ulong least, ulong most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(At(name), string.Create(CultureInfo.InvariantCulture, $"{Shown(value)} is not a whole number from {least} to {most}"));
        return null;
    }

    /// <summary>A number between two bounds, both included; null when absent or wrong.</summary>
    public decimal? Number(string name, decimal least, decimal most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(At(name), string.Create(CultureInfo.InvariantCulture, $"{Shown(value)} is not a number from {least} to {most}"));
        return null;
    }

    /// <summary>A duration with a unit, zero included; null when absent or wrong.</summary>
    public TimeSpan? Duration(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        // A bare number is the likeliest mistake: read its digits, so that the hint can name them.
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (DurationText.TryParse(text, out var duration, out var fault))
        {
            return duration;
        }

        Refuse(At(name), fault.TrimEnd('.'));
        return null;
    }

    /// <summary>A rate such as <c>5/s</c> or <c>30/m</c>; null when absent or wrong.</summary>
    public Rate? Rate(string name)
    {
        if (Find(name, JsonValueKind.String, "a rate, such as \"5/s\" or \"30/m\"") is not { } value)
        {
            return null;
        }

        if (PixverseHarness.Load.Schedules.Rate.TryParse(value.GetString()!, out var rate, out var fault))
        {
            return rate;
        }

        Refuse(At(name), fault.TrimEnd('.'));
        return null;
    }

    /// <summary>One of a list of words; null when absent or wrong.</summary>
    public string? Word(string name, IReadOnlyList<string> words) =>
        Find(name, JsonValueKind.String, "a text") is { } value && Known(At(name), value.GetString()!, words) ? value.GetString() : null;

    /// <summary>Texts in an array; empty when absent.</summary>
    public ImmutableArray<string> Texts(string name) =>
        [.. Items(name).Where(item => Is(item.Value, JsonValueKind.String, item.Path, "a text")).Select(item => item.Value.GetString()!)];

    /// <summary>Words of a list, in an array; empty when absent.</summary>
    public ImmutableArray<string> Words(string name, IReadOnlyList<string> words) =>
    [
        .. Items(name)
            .Where(item => Is(item.Value, JsonValueKind.String, item.Path, "a text") && Known(item.Path, item.Value.GetString()!, words))
            .Select(item => item.Value.GetString()!),
    ];

    /// <summary>An object, or null when absent.</summary>
    public JsonSection? Section(string name) =>
        Find(name, JsonValueKind.Object, "an object") is { } value ? new JsonSection(value, _file, At(name), _faults) : null;

    /// <summary>Objects in an array; empty when absent.</summary>
    public IEnumerable<JsonSection> Sections(string name) => Items(name)
        .Where(item => Is(item.Value, JsonValueKind.Object, item.Path, "an object"))
        .Select(item => new JsonSection(item.Value, _file, item.Path, _faults));

    /// <summary>The items of an array that may be texts or objects, with their names below this object; empty when absent.</summary>
    public IEnumerable<(string Name, string? Text, JsonSection? Section)> Mixed(string name)
    {
        foreach (var (value, path) in Items(name))
        {
            var below = path[(_path.Length + 1)..];
            switch (value.ValueKind)
            {
                case JsonValueKind.String:
                    yield return (below, value.GetString(), null);
                    break;
                case JsonValueKind.Object:
                    yield return (below, null, new JsonSection(value, _file, path, _faults));
                    break;
                default:
                    Refuse(path, $"{Shown(value)} is neither a text nor an object");
                    break;
            }
        }
    }

    /// <summary>Reports a member that is needed and absent.</summary>
    public void Require(string name)
    {
        if (Find(name) is null)
        {
            _faults.Add(new Fault(ScenarioMessages.MissingKey, $"{Quoted.Of(name)} is missing") { Where = Where(_path) });
        }
    }

    /// <summary>Reports a member whose value the caller does not accept.</summary>
    public void RefuseMember(string name, string why) => Refuse(At(name), why);

    /// <summary>Reports every member that was not asked for, with the nearest one that was.</summary>
    public void Close()
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var name in _element.EnumerateObject().Select(m => m.Name).Where(n => !_known.Contains(n)))
        {
            _faults.Add(Fault.NotOneOf(ScenarioMessages.UnknownKey, $"unknown key {Quoted.Of(name)}", name, _known) with { Where = Where(_path) });
        }
    }

    /// <summary>Whether the file has a member.</summary>
    public bool Has(string name) => Find(name) is not null;

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(name, out var value) ? value : null;
    }

    private JsonElement? Find(string name, JsonValueKind kind, string expected) =>
        Find(name) is { } value && Is(value, kind, At(name), expected) ? value : null;

    private IEnumerable<(JsonElement Value, string Path)> Items(string name) =>
        Find(name, JsonValueKind.Array, "an array") is { } array
            ? [.. array.EnumerateArray().Select((item, i) => (item, string.Create(CultureInfo.InvariantCulture, $"{At(name)}[{i}]")))]
            : [];

    private bool Is(JsonElement value, JsonValueKind kind, string path, string expected)
    {
        if (value.ValueKind != kind)
        {
            Refuse(path, $"{Shown(value)} is not {expected}");
        }

        return value.ValueKind == kind;
    }

    private bool Known(string path, string text, IReadOnlyList<string> words)
    {
        var known = words.Contains(text, StringComparer.Ordinal);
        if (!known)
        {
            var what = $"{Quoted.Of(text)} is not allowed";
            _faults.Add(Fault.NotOneOf(ScenarioMessages.InvalidMember, what, text, words) with { Where = Where(path) });
        }

        return known;
    }

    private void Refuse(string path, string what) => _faults.Add(new Fault(ScenarioMessages.InvalidMember, what) { Where = Where(path) });

    private string At(string name) => $"{_path}.{name}";

    private string Where(string path) => $"{_file} at {path}";

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Quoted.Of(value.GetString()!),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => Quoted.Of(value.GetRawText()),
    };
}
