using Microsoft.Win32.SafeHandles;

namespace PixverseHarness.Cli.Edges;

/// <summary>The files of this machine.</summary>
internal sealed class SystemFiles : IFiles
{
    private readonly Action<SafeFileHandle> _flushToDisk;

    /// <summary>Opens them; <paramref name="flushToDisk"/> stands in for the disk in tests.</summary>
    public SystemFiles(Action<SafeFileHandle>? flushToDisk = null) => _flushToDisk = flushToDisk ?? RandomAccess.FlushToDisk;

    /// <inheritdoc/>
    public bool Exists(string path) => File.Exists(path);

    /// <inheritdoc/>
    public byte[] ReadAllBytes(string path) => File.ReadAllBytes(path);

    /// <inheritdoc/>
    public Stream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return File.Create(path);
    }

    /// <inheritdoc/>
    public Stream Append(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string folder) => Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!)] : [];

    /// <inheritdoc/>
    public void Delete(string path)
    {
        // The folder above it may be absent too, which is no reason to fail.
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <inheritdoc/>
    public Task CommitAsync(Stream file)
    {
        var handle = ((FileStream)file).SafeFileHandle;
        return Task.Run(() => _flushToDisk(handle));
    }
}
