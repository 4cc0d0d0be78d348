using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Payloads.Cases;

/// <summary>
/// A JSON object under construction whose members are kept as the raw text that goes over the wire, so that it can hold
/// what no serializer would write: duplicates, broken literals, bytes that are no UTF-8.
/// </summary>
internal sealed class BodyDraft
{
    // People's tools send their text as it is; only quotes, backslashes and control characters are escaped.
    private static readonly ContractJson Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly ImmutableArray<Member> _members;

    private BodyDraft(ImmutableArray<Member> members) => _members = members;

    /// <summary>The members that a request has on the wire.</summary>
    public static BodyDraft Of(VideoRequest request)
    {
        using var document = JsonDocument.Parse(ToUtf8(request));
        return new BodyDraft([.. document.RootElement.EnumerateObject().Select(m => new Member(Quote(m.Name), Bytes(m.Value.GetRawText())))]);
    }

    /// <summary>The bytes of a request as it is.</summary>
    public static byte[] ToUtf8(VideoRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, Json.VideoRequest);

    /// <summary>A JSON string with its quotes.</summary>
    public static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    /// <summary>With a member set to a raw value: in its place, or at the end if it was absent.</summary>
    public BodyDraft With(string name, string raw) => With(name, Bytes(raw));

    /// <inheritdoc cref="With(string, string)"/>
    public BodyDraft With(string name, byte[] raw)
    {
        var index = IndexOf(name);
        return index < 0 ? Append(Quote(name), raw) : new BodyDraft(_members.SetItem(index, new Member(Quote(name), raw)));
    }

    /// <summary>Without a member.</summary>
    public BodyDraft Without(string name) => new(_members.RemoveAt(IndexOf(name)));

    /// <summary>With one more member at the end, whether or not the name stands already.</summary>
    /// <param name="rawName">The name with its quotes, or whatever is to stand in its place.</param>
    /// <param name="raw">The raw value.</param>
    public BodyDraft Append(string rawName, string raw) => Append(rawName, Bytes(raw));

    /// <summary>With more members at the end, each a raw name and a raw value.</summary>
    public BodyDraft AppendAll(IEnumerable<(string RawName, string Raw)> members) =>
        new(_members.AddRange(members.Select(m => new Member(m.RawName, Bytes(m.Raw)))));

    /// <summary>With the members in the opposite order.</summary>
    public BodyDraft Reversed() => new([.. _members.Reverse()]);

    /// <summary>The raw text of a member's value; null when it is absent.</summary>
    public string? RawOf(string name) => IndexOf(name) is var index and >= 0 ? Encoding.UTF8.GetString(_members[index].Value) : null;

    /// <summary>The object as text; only for drafts whose values are text.</summary>
    public string ToText() => Encoding.UTF8.GetString(ToUtf8());

    /// <summary>The object's bytes.</summary>
    public byte[] ToUtf8()
    {
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write("{"u8);
        foreach (var (position, member) in _members.Index())
        {
            bytes.Write(position == 0 ? ""u8 : ","u8);
            bytes.Write(Bytes(member.RawName));
            bytes.Write(":"u8);
            bytes.Write(member.Value);
        }

        bytes.Write("}"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private BodyDraft Append(string rawName, byte[] raw) => new(_members.Add(new Member(rawName, raw)));

    private int IndexOf(string name)
    {
        var rawName = Quote(name);
        return _members.IndexOf(_members.FirstOrDefault(m => m.RawName == rawName));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private readonly record struct Member(string RawName, byte[] Value);
}
