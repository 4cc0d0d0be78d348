using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PixverseHarness.Payloads.Shrinking;

/// <summary>
/// A JSON value that keeps what a parser would lose: duplicate members, the spelling of names and numbers, each escape in
/// a text. White space is not kept.
/// </summary>
internal sealed class JsonTree
{
    private JsonTree(string open, string close, ImmutableArray<Child> children, ImmutableArray<string> units, string literal)
    {
        (Open, Close, Children, Units, Literal) = (open, close, children, units, literal);
    }

    /// <summary>A member or an element.</summary>
    /// <param name="RawName">The name with its quotes and colon; empty for an element.</param>
    /// <param name="Value">The value.</param>
    internal readonly record struct Child(string RawName, JsonTree Value);

    /// <summary>Members of an object or elements of an array.</summary>
    public ImmutableArray<Child> Children { get; set; }

    /// <summary>Characters and escapes of a text.</summary>
    public ImmutableArray<string> Units { get; set; }

    /// <summary>A number, true, false or null.</summary>
    public string Literal { get; set; }

    /// <summary>Whether this is an object or an array.</summary>
    public bool IsContainer => Open is "{" or "[";

    /// <summary>Whether this is a text.</summary>
    public bool IsText => Open == "\"";

    private string Open { get; }

    private string Close { get; }

    /// <summary>Reads a body; null when it is no JSON.</summary>
    public static JsonTree? TryParse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value and everything in it, parents first.</summary>
    public IEnumerable<JsonTree> All() => Children.SelectMany(c => c.Value.All()).Prepend(this);

    /// <summary>The bytes.</summary>
    public byte[] ToUtf8()
    {
        var text = new StringBuilder();
        Write(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Write(StringBuilder text)
    {
        text.Append(Open).Append(Literal).AppendJoin("", Units);
        foreach (var (position, child) in Children.Index())
        {
            text.Append(position == 0 ? "" : ",").Append(child.RawName);
            child.Value.Write(text);
        }

        text.Append(Close);
    }

    private static JsonTree Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new JsonTree("{", "}", [.. element.EnumerateObject().Select(m => new Child(RawName(m), Read(m.Value)))], [], ""),
        JsonValueKind.Array => new JsonTree("[", "]", [.. element.EnumerateArray().Select(e => new Child("", Read(e)))], [], ""),
        JsonValueKind.String => new JsonTree("\"", "\"", [], UnitsOf(element.GetRawText()[1..^1]), ""),
        _ => new JsonTree("", "", [], [], element.GetRawText()),
    };

    private static string RawName(JsonProperty member) => $"\"{Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member))}\":";

    private static ImmutableArray<string> UnitsOf(string raw)
    {
        var units = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < raw.Length;)
        {
            var length = raw[at] switch
            {
                '\\' => raw[at + 1] == 'u' ? 6 : 2,
                var c when char.IsHighSurrogate(c) => 2,
                _ => 1,
            };
            units.Add(raw.Substring(at, length));
            at += length;
        }

        return units.ToImmutable();
    }
}
