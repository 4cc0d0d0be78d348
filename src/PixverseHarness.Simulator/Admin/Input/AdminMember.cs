using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin.Input;

/// <summary>One member of a body, or one name in a query: how it is read, and how the admin API's own document describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Summary">What it says, in one sentence.</param>
internal sealed record AdminMember(string Name, AdminKind Kind, string Summary)
{
    /// <summary>The texts that are allowed; empty when any is.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>Least number.</summary>
    public decimal Least { get; init; }

    /// <summary>Greatest number.</summary>
    public decimal Most { get; init; } = 1_000_000_000;

    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether null is a value of its own.</summary>
    public bool TakesNull { get; init; }

    /// <summary>Reads a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">Where it stands.</param>
    /// <exception cref="AdminFault">The value is not one that is allowed.</exception>
    public object? Read(JsonElement value, string path) => (Kind, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) when TakesNull => null,
        (AdminKind.Text, JsonValueKind.String) => Listed(value.GetString()!, path),
        (AdminKind.Whole, JsonValueKind.Number) when value.TryGetInt64(out var whole) && Between(whole) => whole,
        (AdminKind.Number, JsonValueKind.Number) when value.TryGetDecimal(out var number) && Between(number) => number,
        (AdminKind.Flag, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (AdminKind.Duration, JsonValueKind.String) when DurationText.Parse(value.GetString()!) is { } time => time,
        (AdminKind.Secrets, JsonValueKind.Array) when value.EnumerateArray().All(IsText) => ImmutableArray.CreateRange(value.EnumerateArray().Select(v => v.GetString()!)),
        _ => throw Wrong(value, path),
    };

    /// <summary>The member as JSON Schema.</summary>
    public JsonObject ToSchema()
    {
        var schema = new JsonObject { ["description"] = Summary };
        var type = Kind switch
        {
            AdminKind.Whole => "integer",
            AdminKind.Number => "number",
            AdminKind.Flag => "boolean",
            AdminKind.Secrets => "array",
            _ => "string",
        };
        schema["type"] = TakesNull ? new JsonArray(type, "null") : type;
        switch (Kind)
        {
            case AdminKind.Whole or AdminKind.Number:
                schema["minimum"] = Least;
                schema["maximum"] = Most;
                break;
            case AdminKind.Duration:
                schema["pattern"] = @"^((\d{1,9}(\.\d{1,9})?)(ms|[smhd]))+$";
                break;
            case AdminKind.Secrets:
                schema["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 };
                break;
            case AdminKind.Text when !Allowed.IsEmpty:
                schema["enum"] = new JsonArray([.. Allowed.Select(a => (JsonNode)a)]);
                break;
        }

        return schema;
    }

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0;

    private bool Between(decimal number) => number >= Least && number <= Most;

    private string Listed(string text, string path) =>
        Allowed.IsEmpty || Allowed.Contains(text) ? text : throw AdminFault.NotOneOf(path, text, $"value of '{Name}'", Allowed);

    private AdminFault Wrong(JsonElement value, string path)
    {
        var wanted = Kind switch
        {
            AdminKind.Text => Allowed.IsEmpty ? "a text" : "one of a list",
            AdminKind.Whole => string.Create(CultureInfo.InvariantCulture, $"a whole number from {Least} to {Most}"),
            AdminKind.Number => string.Create(CultureInfo.InvariantCulture, $"a number from {Least} to {Most}"),
            AdminKind.Flag => "true or false",
            AdminKind.Duration => "a duration with a unit, such as 300ms, 90s, 5m or 1h30m",
            _ => "a list of texts that are not empty",
        };
        return new AdminFault(400, $"'{Name}' must be {wanted}{(TakesNull ? " or null" : "")}")
        {
            Path = path,
            Value = Kind == AdminKind.Secrets ? null : Short(value.GetRawText()),
            Allowed = Allowed,
        };
    }

    private static string Short(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
