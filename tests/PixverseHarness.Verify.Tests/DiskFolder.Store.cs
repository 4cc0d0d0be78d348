using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verify.Tests;

/// <summary>The folder of a test's committed files.</summary>
internal sealed class DiskFolder(string path) : ISnapshotFolder
{
    public string Path => path;

    public IEnumerable<string> List() => Directory.EnumerateFiles(path).Select(f => System.IO.Path.GetFileName(f));

    public byte[]? Read(string file) => File.Exists(At(file)) ? File.ReadAllBytes(At(file)) : null;

    public void Write(string file, ReadOnlyMemory<byte> content) => File.WriteAllBytes(At(file), content.ToArray());

    public void Delete(string file) => File.Delete(At(file));

    private string At(string file) => System.IO.Path.Combine(path, file);
}
