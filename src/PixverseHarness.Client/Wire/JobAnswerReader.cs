using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Client;

/// <summary>
/// Reads answers leniently and without garbage: a member of an unexpected type counts as absent, because a paid result
/// must not be lost to a change in a member that nobody needs. Of duplicate members the last one counts.
/// </summary>
internal static class JobAnswerReader
{
    private const int LongestErrorText = 4096;

    /// <summary>Reads a body; null means that it is a whole JSON object.</summary>
    public static AnswerProblem? Read(ReadOnlySpan<byte> body, AnswerMembers wanted, out JobAnswer answer)
    {
        answer = default;

        // "Not the final block" lets the reader tell a body that stops in the middle from one that is wrong.
        var reader = new Utf8JsonReader(body, isFinalBlock: false, state: default);
        try
        {
            if (!reader.Read())
            {
                return body.IndexOfAnyExcept(" \t\r\n"u8) < 0 ? AnswerProblem.EmptyBody : AnswerProblem.Truncated;
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return AnswerProblem.NotAnObject;
            }

            if (!ReadMembers(ref reader, body, wanted, ref answer))
            {
                return AnswerProblem.Truncated;
            }

            // Anything but white space after the object throws.
            reader.Read();
            return null;
        }
        catch (JsonException)
        {
            return AnswerProblem.MalformedJson;
        }
    }

    private static bool ReadMembers(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, AnswerMembers wanted, ref JobAnswer answer)
    {
        var links = wanted.HasFlag(AnswerMembers.Links);
        var output = wanted.HasFlag(AnswerMembers.Output);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            bool whole;
            if (reader.ValueTextEquals("status"u8))
            {
                whole = reader.Read() && ReadState(ref reader, ref answer);
            }
            else if (reader.ValueTextEquals("metrics"u8))
            {
                whole = reader.Read() && ReadMetrics(ref reader, ref answer.Metrics);
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                whole = reader.Read() && ReadErrorText(ref reader, body, ref answer.ErrorText);
            }
            else if (answer.ErrorText is null && (reader.ValueTextEquals("detail"u8) || reader.ValueTextEquals("message"u8)))
            {
                // Not the gateway's envelope (section 8), but better than no word at all.
                whole = reader.Read() && ReadErrorText(ref reader, body, ref answer.ErrorText);
            }
            else if (links && reader.ValueTextEquals("request_id"u8))
            {
                whole = reader.Read() && ReadText(ref reader, ref answer.RequestId);
            }
            else if (links && reader.ValueTextEquals("status_url"u8))
            {
                whole = reader.Read() && ReadText(ref reader, ref answer.StatusUrl);
            }
            else if (links && reader.ValueTextEquals("response_url"u8))
            {
                whole = reader.Read() && ReadText(ref reader, ref answer.ResponseUrl);
            }
            else if (output && reader.ValueTextEquals("output"u8))
            {
                whole = reader.Read() && ReadText(ref reader, ref answer.Output);
            }
            else if (output && reader.ValueTextEquals("video"u8))
            {
                whole = reader.Read() && ReadVideo(ref reader, ref answer.VideoUrl);
            }
            else
            {
                whole = reader.Read() && reader.TrySkip();
            }

            if (!whole)
            {
                return false;
            }
        }

        return false;
    }

    private static bool ReadState(ref Utf8JsonReader reader, ref JobAnswer answer)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return reader.TrySkip();
        }

        answer.UnknownState = null;
        answer.State =
            reader.ValueTextEquals("PROCESSING"u8) ? JobState.Processing
            : reader.ValueTextEquals("QUEUED"u8) ? JobState.Queued
            : reader.ValueTextEquals("COMPLETED"u8) ? JobState.Completed
            : reader.ValueTextEquals("FAILED"u8) ? JobState.Failed
            : null;
        if (answer.State is null)
        {
            answer.UnknownState = TextOf(ref reader);
        }

        return true;
    }

    private static bool ReadMetrics(ref Utf8JsonReader reader, ref StatedMetrics metrics)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return reader.TrySkip();
        }

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var name = MetricOf(ref reader);
            if (!reader.Read())
            {
                return false;
            }

            if (name != Metric.Other && NumberOf(ref reader) is { } number)
            {
                metrics = With(metrics, name, number);
            }
            else if (!reader.TrySkip())
            {
                return false;
            }
        }

        return false;
    }

    private static Metric MetricOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("inference_time"u8) ? Metric.InferenceTime
        : reader.ValueTextEquals("queue_time"u8) ? Metric.QueueTime
        : reader.ValueTextEquals("total_time"u8) ? Metric.TotalTime
        : reader.ValueTextEquals("cost"u8) ? Metric.Cost
        : reader.ValueTextEquals("remaining_credits"u8) ? Metric.RemainingCredits
        : reader.ValueTextEquals("retry_count"u8) ? Metric.RetryCount
        : Metric.Other;

    private static StatedMetrics With(StatedMetrics metrics, Metric name, decimal number) => name switch
    {
        Metric.InferenceTime => metrics with { InferenceTime = StatedNumber.ToSeconds(number) },
        Metric.QueueTime => metrics with { QueueTime = StatedNumber.ToSeconds(number) },
        Metric.TotalTime => metrics with { TotalTime = StatedNumber.ToSeconds(number) },
        Metric.Cost => metrics with { Cost = StatedNumber.ToMoney(number) },
        Metric.RemainingCredits => metrics with { RemainingCredits = StatedNumber.ToMoney(number) },
        _ => metrics with { RetryCount = number is >= 0 and <= int.MaxValue ? (int)number : null },
    };

    // The service types some numbers as strings (section 6): both forms count.
    private static decimal? NumberOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDecimal(out var number) => number,
        JsonTokenType.String when Utf8Parser.TryParse(reader.ValueSpan, out decimal number, out var used)
            && used == reader.ValueSpan.Length => number,
        _ => null,
    };

    private static bool ReadVideo(ref Utf8JsonReader reader, ref string? url)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return reader.TrySkip();
        }

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var isUrl = reader.ValueTextEquals("url"u8);
            if (!(reader.Read() && (isUrl ? ReadText(ref reader, ref url) : reader.TrySkip())))
            {
                return false;
            }
        }

        return false;
    }

    private static bool ReadText(ref Utf8JsonReader reader, ref string? text)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            return reader.TrySkip();
        }

        text = TextOf(ref reader);
        return true;
    }

    private static bool ReadErrorText(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, ref string? text)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            text = TextOf(ref reader);
            return true;
        }

        var start = (int)reader.TokenStartIndex;
        var isNull = reader.TokenType == JsonTokenType.Null;
        if (!reader.TrySkip())
        {
            return false;
        }

        if (!isNull)
        {
            var raw = body[start..(int)reader.BytesConsumed];
            text = Encoding.UTF8.GetString(raw.Length <= LongestErrorText ? raw : raw[..LongestErrorText]);
        }

        return true;
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                // Bytes that are no UTF-8, or half of a surrogate pair: shown as they came.
            }
        }

        return Encoding.UTF8.GetString(reader.ValueSpan);
    }

    private enum Metric
    {
        Other,
        InferenceTime,
        QueueTime,
        TotalTime,
        Cost,
        RemainingCredits,
        RetryCount,
    }
}
