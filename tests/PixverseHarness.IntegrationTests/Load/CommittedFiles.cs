using System.Text;
using PixverseHarness.Cli.Edges;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>The files of this machine, and what a lost machine would leave of the one that is committed: nothing that was written after the last commit began.</summary>
internal sealed class CommittedFiles : IFiles
{
    private readonly SystemFiles _files = new();
    private volatile string _committed = "";
    private int _commits;

    /// <summary>What is certain to be on disk.</summary>
    public string Committed => _committed;

    /// <summary>How often the disk was waited for.</summary>
    public int Commits => _commits;

    public bool Exists(string path) => _files.Exists(path);

    public byte[] ReadAllBytes(string path) => _files.ReadAllBytes(path);

    // Shared, so that it can be read while it grows.
    public Stream Create(string path)
    {
        _files.Create(path).Dispose();
        return _files.Append(path);
    }

    public Stream Append(string path) => _files.Append(path);

    public IReadOnlyList<string> List(string folder) => _files.List(folder);

    public void Delete(string path) => _files.Delete(path);

    public async Task CommitAsync(Stream file)
    {
        using var written = new FileStream(((FileStream)file).Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(written, Encoding.UTF8);
        var text = reader.ReadToEnd();
        await _files.CommitAsync(file);
        _committed = text;
        Interlocked.Increment(ref _commits);
    }
}
