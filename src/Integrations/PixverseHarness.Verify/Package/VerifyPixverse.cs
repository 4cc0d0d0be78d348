using System.Runtime.CompilerServices;
using System.Text;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Snapshots;
using PixverseHarness.Verification.Snapshots.Documents;

namespace PixverseHarness.Verify;

/// <summary>Teaches Verify what an exchange, a job, a finding and a run document are to a snapshot.</summary>
public static class VerifyPixverse
{
    private static readonly Lock Gate = new();
    private static bool _initialized;

    /// <summary>
    /// To be called once before the first verification, from a module initializer; a second call does nothing. From then on
    /// <c>Verify(exchange)</c> and <c>Verify(finding)</c> pin JSON, <c>Verify(conversation)</c> pins the life of a job as text,
    /// <c>Verify(runDocument)</c> what a seed determines, and in every other snapshot of the assembly keys, request ids, loopback
    /// origins, UUIDs and instants of the API have names: <c>key_1</c>, <c>request_1</c>, <c>origin_1</c>. Files are written in UTF-8 without
    /// a byte order mark, as the snapshots of <c>pixverse verify</c> are, so that both engines share them.
    /// </summary>
    public static void Initialize()
    {
        lock (Gate)
        {
            if (_initialized)
            {
                return;
            }

            _initialized = true;
            VerifierSettings.UseUtf8NoBom();
            VerifierSettings.RegisterFileConverter<Exchange>((exchange, _) => Converted(ShownText.Of(exchange)));
            VerifierSettings.RegisterFileConverter<Conversation>((conversation, _) => Converted(ShownText.Of(conversation)));
            VerifierSettings.RegisterFileConverter<Finding>((finding, _) => Converted(ShownText.Of(finding)));
            VerifierSettings.RegisterFileConverter<RunDocument>((run, _) => Converted(ShownText.Of(run)));
            VerifierSettings.AddScrubber(Scrub);
        }
    }

    /// <summary>Verifies a snapshot of ours against the file that our own store would hold it against.</summary>
    /// <param name="snapshot">The snapshot; its text is taken as it is.</param>
    /// <param name="sourceFile">The test's source file: the committed file lies beside it.</param>
    /// <returns>What is to be awaited; fails with Verify's exception where they differ.</returns>
    public static SettingsTask Verify(Snapshot snapshot, [CallerFilePath] string sourceFile = "")
    {
        var settings = new VerifySettings();
        settings.DisableScrubbers();
        settings.DisableDiff();
        settings.UseTypeName(snapshot.TypeName);
        settings.UseMethodName(snapshot.MethodName);
        if (!snapshot.Parameters.IsEmpty)
        {
            settings.UseTextForParameters(snapshot.ParametersText);
        }

        return Verifier.Verify(snapshot.Text, snapshot.Extension, settings, sourceFile);
    }

    private static ConversionResult Converted(ShownText shown) => new(info: null, shown.Extension, shown.Text);

    private static void Scrub(StringBuilder text)
    {
        var scrubbed = DocumentSnapshot.Scrub(text.ToString());
        text.Clear().Append(scrubbed);
    }
}
