using System.Text.Json;

namespace PixverseHarness.Contract.Tests.Parameters;

/// <summary>A request body as raw JSON text, so that a test can break it in ways that no serializer would.</summary>
internal sealed record Body(IReadOnlyList<(string Name, string Raw)> Members)
{
    /// <summary>A valid body with the five required parameters.</summary>
    public static Body Valid { get; } = new(
    [
        ("aspect_ratio", "\"9:16\""),
        ("duration", "5"),
        ("motion_mode", "\"normal\""),
        ("prompt", "\"A lighthouse at dusk.\""),
        ("quality", "\"720p\""),
    ]);

    public Body Without(string name) => new([.. Members.Where(m => m.Name != name)]);

    /// <summary>Adds a member behind the others, even if one of that name is there.</summary>
    public Body And(string name, string raw) => new([.. Members, (name, raw)]);

    public Body With(string name, string raw) => Without(name).And(name, raw);

    public JsonElement Parse()
    {
        using var document = JsonDocument.Parse($"{{{string.Join(',', Members.Select(m => $"\"{m.Name}\":{m.Raw}"))}}}");
        return document.RootElement.Clone();
    }
}
