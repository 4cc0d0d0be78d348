using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PixverseHarness.IntegrationTests.Foreign;

/// <summary>What a request asks for, read by rules of its own.</summary>
internal sealed record ForeignOrder(string Prompt, int Width, int Height, int Seconds, decimal Price, long? Seed)
{
    private static readonly string[] Styles = ["anime", "3d_animation", "clay", "comic", "cyberpunk"];

    /// <summary>Reads a JSON body; null for one that is to be refused.</summary>
    public static ForeignOrder? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads a form; null for one that is to be refused.</summary>
    public static ForeignOrder? Of(IFormCollection form) =>
        int.TryParse(form["duration"], System.Globalization.CultureInfo.InvariantCulture, out var seconds)
            ? Of(form["prompt"].ToString(), form["aspect_ratio"].ToString(), seconds, form["motion_mode"].ToString(), form["quality"].ToString(), seed: null)
            : null;

    private static ForeignOrder? Read(JsonElement body)
    {
        if (body.TryGetProperty("negative_prompt", out var negative) && negative.GetString() is null)
        {
            return null;
        }

        if (body.TryGetProperty("style", out var style) && style.ValueKind != JsonValueKind.Null && !Styles.Contains(style.GetString()))
        {
            return null;
        }

        long? seed = null;
        if (body.TryGetProperty("seed", out var number))
        {
            if (!IsWhole(number, out var value))
            {
                return null;
            }

            seed = value;
        }

        return Text(body, "prompt") is { } prompt && Text(body, "aspect_ratio") is { } ratio && Text(body, "motion_mode") is { } motion
            && Text(body, "quality") is { } quality && body.TryGetProperty("duration", out var duration) && IsWhole(duration, out var seconds)
            ? Of(prompt, ratio, seconds, motion, quality, seed)
            : null;
    }

    private static ForeignOrder? Of(string prompt, string ratio, long seconds, string motion, string quality, long? seed)
    {
        (int Width, int Height)? frame = ratio switch
        {
            "16:9" => (640, 360), "4:3" => (640, 480), "1:1" => (480, 480), "3:4" => (480, 640), "9:16" => (360, 640), _ => null,
        };
        decimal? price = (quality, seconds, motion) switch
        {
            ("360p" or "540p", 5, "normal") => 0.375m,
            ("360p" or "540p", 5, "fast") or ("360p" or "540p", 8, "normal") => 0.75m,
            ("720p", 5, "normal") => 0.5m,
            ("720p", 5, "fast") or ("720p", 8, "normal") or ("1080p", 5, "normal") => 1m,
            _ => null,
        };
        return string.IsNullOrWhiteSpace(prompt) || frame is not { } size || price is not { } cost
            ? null
            : new ForeignOrder(prompt, size.Width, size.Height, (int)seconds, cost, seed);
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // 5.0 and 5e0 are whole; 5e-400 is not, though a decimal takes it for nought.
    private static bool IsWhole(JsonElement value, out long whole)
    {
        whole = 0;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || number is < long.MinValue or > long.MaxValue)
        {
            return false;
        }

        whole = (long)number;
        return whole == number && (whole != 0 || value.GetRawText().ToLowerInvariant().Split('e')[0].All(c => c is '0' or '.' or '-'));
    }
}
