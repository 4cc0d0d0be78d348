using System.Text.Json;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin;

/// <summary>Reads what a session is to be like, for tests that need an account or a service of a certain kind.</summary>
internal static class SessionSettings
{
    private const string Members = "plan, requestsPerMinute, credits, workers, jobTime, keys and manualClock";

    /// <summary>The options of a session with these settings; null with the reason why they cannot be.</summary>
    /// <param name="body">A JSON object; what it does not name stays as it is.</param>
    /// <param name="options">What to start from.</param>
    /// <param name="fault">What is wrong; empty when nothing is.</param>
    public static TwinOptions? Read(ReadOnlyMemory<byte> body, TwinOptions options, out string fault)
    {
        fault = "";
        try
        {
            using var document = JsonDocument.Parse(body);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                options = With(options, member) ?? throw new FormatException($"'{member.Name}' is not understood. A session takes {Members}.");
            }

            TwinOptionsValidator.Validate(options);
            return options;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            fault = wrong is FormatException ? wrong.Message : $"The settings cannot be read: {wrong.Message}";
            return null;
        }
    }

    private static TwinOptions? With(TwinOptions options, JsonProperty member) => member.Name switch
    {
        "plan" => RatePlan.Find(member.Value.GetString() ?? "") is { } plan ? options with { Plan = plan, RequestsPerMinute = null } : null,
        "requestsPerMinute" => options with { RequestsPerMinute = member.Value.GetInt32() },
        "credits" => options with { Credits = MicroDollars.FromDollars(member.Value.GetDecimal()) },
        "workers" => options with { Workers = member.Value.GetInt32() },
        "jobTime" => DurationText.Parse(member.Value.GetString() ?? "") is { } time ? options with { ServiceTime = time } : null,
        "keys" => options with { Keys = [.. member.Value.EnumerateArray().Select(k => k.GetString() ?? "")] },
        "manualClock" => options with { ManualClock = member.Value.GetBoolean() },
        _ => null,
    };
}
