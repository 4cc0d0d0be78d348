using PixverseHarness.Cli.Edges;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Cli.Verify;

/// <summary>Snapshots in a folder of this machine.</summary>
/// <param name="files">The files.</param>
/// <param name="path">The folder, as the user names it.</param>
internal sealed class SnapshotFolder(IFiles files, string path) : ISnapshotFolder
{
    /// <inheritdoc/>
    public string Path => path;

    /// <inheritdoc/>
    public IEnumerable<string> List() => Try(() => files.List(path));

    /// <inheritdoc/>
    public byte[]? Read(string file) => Try(() => files.Exists(At(file)) ? files.ReadAllBytes(At(file)) : null);

    /// <inheritdoc/>
    public void Write(string file, ReadOnlyMemory<byte> content) => Try(() =>
    {
        using var stream = files.Create(At(file));
        stream.Write(content.Span);
        return true;
    });

    /// <inheritdoc/>
    public void Delete(string file) => Try(() =>
    {
        files.Delete(At(file));
        return true;
    });

    private string At(string file) => $"{path}/{file}";

    private T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new Fault(SnapshotMessages.FolderFailed, $"{Quoted.Of(path)} cannot be used: {refused.Message.TrimEnd('.')}") { Where = "--snapshots" });
        }
    }
}
