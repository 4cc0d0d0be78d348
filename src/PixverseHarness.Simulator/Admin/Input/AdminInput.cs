using System.Collections.Immutable;
using System.Text.Json;

namespace PixverseHarness.Simulator.Admin.Input;

/// <summary>The members of a body, or the names of a query, read against a list of those that exist.</summary>
internal sealed class AdminInput
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly string _prefix;

    private AdminInput(string prefix)
    {
        _prefix = prefix;
    }

    /// <summary>Whether anything was given at all.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>Reads a body.</summary>
    /// <exception cref="AdminFault">It is no JSON object, or has members that are not allowed.</exception>
    public static AdminInput OfBody(ReadOnlyMemory<byte> body, ImmutableArray<AdminMember> members)
    {
        var input = new AdminInput("$.");
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new AdminFault(400, "The body is not a JSON object") { Path = "$" };
            }

            foreach (var member in document.RootElement.EnumerateObject())
            {
                input.Add(member.Name, member.Value, members);
            }
        }
        catch (JsonException unreadable)
        {
            throw new AdminFault(400, body.IsEmpty ? "The body is empty" : $"The body is not JSON: line {unreadable.LineNumber + 1}, byte {unreadable.BytePositionInLine + 1}") { Path = "$" };
        }

        input.Demand(members);
        return input;
    }

    /// <summary>Reads a query.</summary>
    /// <exception cref="AdminFault">It has names or values that are not allowed.</exception>
    public static AdminInput OfQuery(string query, ImmutableArray<AdminMember> members)
    {
        var input = new AdminInput("?");
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var text = Uri.UnescapeDataString((parts.Length == 2 ? parts[1] : "").Replace('+', ' '));
            var name = Uri.UnescapeDataString(parts[0]);
            var member = members.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal));
            input.Add(name, Element(text, member?.Kind), members);
        }

        input.Demand(members);
        return input;
    }

    /// <summary>Whether a member was given, null counting as given.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>A text, or null.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name) as string;

    /// <summary>A whole number, or null.</summary>
    public long? Whole(string name) => _values.GetValueOrDefault(name) as long?;

    /// <summary>A number, or null.</summary>
    public decimal? Number(string name) => _values.GetValueOrDefault(name) as decimal?;

    /// <summary>A flag, or null.</summary>
    public bool? Flag(string name) => _values.GetValueOrDefault(name) as bool?;

    /// <summary>A duration, or null.</summary>
    public TimeSpan? Duration(string name) => _values.GetValueOrDefault(name) as TimeSpan?;

    /// <summary>A list of secrets, or null.</summary>
    public ImmutableArray<string>? Secrets(string name) => _values.GetValueOrDefault(name) as ImmutableArray<string>?;

    /// <summary>Where a member stands, for messages.</summary>
    public string PathOf(string name) => _prefix + name;

    // In a query everything is text: what is to be a number or a flag is read as JSON, and refused by the member if it is none.
    private static JsonElement Element(string text, AdminKind? kind)
    {
        if (kind is AdminKind.Whole or AdminKind.Number or AdminKind.Flag)
        {
            try
            {
                return JsonElement.Parse(text);
            }
            catch (JsonException)
            {
                // Shown as the text that it is.
            }
        }

        return JsonSerializer.SerializeToElement(text, AdminJson.Default.String);
    }

    private void Add(string name, JsonElement value, ImmutableArray<AdminMember> members)
    {
        var member = members.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal))
            ?? throw AdminFault.NotOneOf(PathOf(name), name, _prefix == "?" ? "name of this query" : "member of this body", members.Select(m => m.Name));
        _values[name] = member.Read(value, PathOf(name));
    }

    private void Demand(ImmutableArray<AdminMember> members)
    {
        foreach (var member in members)
        {
            if (member.IsRequired && !_values.ContainsKey(member.Name))
            {
                throw new AdminFault(400, $"'{member.Name}' is missing") { Path = PathOf(member.Name), Allowed = member.Allowed };
            }
        }
    }
}
