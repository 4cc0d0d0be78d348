using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Payloads.Formats;

/// <summary>Writes payloads as text. Ends lines with a line feed on every system.</summary>
public abstract class PayloadWriter
{
    private protected PayloadWriter()
    {
    }

    /// <summary>Makes a writer.</summary>
    /// <param name="format">The format.</param>
    /// <param name="profile">Whose expectations a description gives.</param>
    /// <param name="describe">Whether each payload comes with its label, expectation and price.</param>
    public static PayloadWriter Create(PayloadFormat format, ApiProfile profile, bool describe) => format switch
    {
        PayloadFormat.Curl => new CurlWriter(profile, describe),
        PayloadFormat.Http => new HttpFileWriter(profile, describe),
        _ => new JsonLinesWriter(profile, describe),
    };

    /// <summary>Writes what stands before the first payload.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="seedLine">See <see cref="Streams.Provenance.SeedLine"/>.</param>
    public virtual void WriteHead(TextWriter output, string seedLine)
    {
    }

    /// <summary>Writes one payload.</summary>
    public abstract void Write(TextWriter output, Payload payload);
}
