using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PixverseHarness.Contract.Wire;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Checks;

/// <summary>Members that the contract does not know, told by the wire models, which keep them.</summary>
internal static class Drift
{
    /// <summary>Tells of unknown members in the answer to a submit.</summary>
    public static void Submit(Judge judge, string clause, Exchange exchange) =>
        Tell(judge, clause, exchange, "", Read(exchange, ContractJson.Default.SubmitResponse)?.UnknownMembers);

    /// <summary>Tells of unknown members in the answer to a credits call.</summary>
    public static void Credits(Judge judge, string clause, Exchange exchange) =>
        Tell(judge, clause, exchange, "", Read(exchange, ContractJson.Default.CreditsResponse)?.UnknownMembers);

    /// <summary>Tells of unknown members in an error.</summary>
    public static void Error(Judge judge, string clause, Exchange exchange) =>
        Tell(judge, clause, exchange, "", Read(exchange, ContractJson.Default.ErrorResponse)?.UnknownMembers);

    /// <summary>Tells of unknown members in the status or the result of a job, its metrics and its video.</summary>
    public static void Job(Judge judge, string clause, Exchange exchange)
    {
        if (Read(exchange, ContractJson.Default.JobResponse) is { } job)
        {
            Tell(judge, clause, exchange, "", job.UnknownMembers);
            Tell(judge, clause, exchange, "/metrics", job.Metrics?.UnknownMembers);
            Tell(judge, clause, exchange, "/video", job.Video?.UnknownMembers);
        }
    }

    private static void Tell(Judge judge, string clause, Exchange exchange, string under, IDictionary<string, JsonElement>? unknown)
    {
        foreach (var (name, value) in unknown ?? new Dictionary<string, JsonElement>())
        {
            judge.Undocumented(clause, exchange, $"{under}/{name}", $"the member {name} with {Texts.Shown(value)}");
        }
    }

    // What does not even fit the model is the business of the checks that look at its members one by one.
    private static T? Read<T>(Exchange exchange, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return exchange.Json is { ValueKind: JsonValueKind.Object } json ? json.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
