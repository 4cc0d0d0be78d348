namespace PixverseHarness.Payloads.Shrinking;

/// <summary>Asks the predicate, never twice about the same bytes and never more often than allowed, and keeps the best payload.</summary>
internal sealed class ShrinkSearch(
    Payload payload, Func<Payload, CancellationToken, ValueTask<bool>> stillFails, int maxChecks, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>The smallest failing payload so far.</summary>
    public Payload Best { get; private set; } = payload;

    /// <summary>How often the predicate was asked.</summary>
    public int Checks { get; private set; }

    /// <summary>Whether a candidate could not be tried because the checks had run out.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>Whether the given payload fails at all.</summary>
    public ValueTask<bool> ReproduceAsync() => AskAsync(Best);

    /// <summary>Tries another content type on the best payload.</summary>
    public async ValueTask TryContentTypeAsync(string contentType)
    {
        if (Best.ContentType != contentType)
        {
            await KeepIfFailingAsync(Best with { ContentType = contentType });
        }
    }

    /// <summary>Tries a body; when it still fails it is the best one from now on.</summary>
    public async ValueTask<bool> TryAsync(byte[] body)
    {
        // Latin-1 maps each byte to one character, so the text is a key for the bytes.
        var key = System.Text.Encoding.Latin1.GetString(body);
        if (_known.TryGetValue(key, out var fails))
        {
            return fails;
        }

        return _known[key] = await KeepIfFailingAsync(Best with { Body = body, Request = null });
    }

    private async ValueTask<bool> KeepIfFailingAsync(Payload candidate)
    {
        var fails = await AskAsync(candidate);
        Best = fails ? candidate : Best;
        return fails;
    }

    private async ValueTask<bool> AskAsync(Payload candidate)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Checks >= maxChecks)
        {
            Exhausted = true;
            return false;
        }

        Checks++;
        return await stillFails(candidate, cancellationToken);
    }
}
