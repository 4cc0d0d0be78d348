using System.Text;

namespace PixverseHarness.Cli.Tests.CommandLine;

/// <summary>A writer on a full disk.</summary>
internal sealed class FullWriter : TextWriter
{
    private const int NoSpaceLeft = 28;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => throw new IOException("No space left on device", NoSpaceLeft);
}
